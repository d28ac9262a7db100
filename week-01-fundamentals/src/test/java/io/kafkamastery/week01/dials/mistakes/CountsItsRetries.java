package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Three retries are enough for any trouble", caughtBy = "1.7.b")
final class CountsItsRetries extends Misguided {

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        Map<String, Object> dials = super.durable(deliveryTimeout);
        dials.put(ProducerConfig.RETRIES_CONFIG, 3);
        return dials;
    }
}
