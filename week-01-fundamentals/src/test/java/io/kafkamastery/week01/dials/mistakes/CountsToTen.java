package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Ten retries outlast any restart of a broker", caughtBy = "1.7.b")
final class CountsToTen extends Misguided {

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        Map<String, Object> dials = super.durable(deliveryTimeout);
        dials.put(ProducerConfig.RETRIES_CONFIG, 10);
        return dials;
    }
}
