package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "What a broker has acknowledged is safe", caughtBy = "1.7.a")
final class TakesTheLeadersWordForDurable extends Misguided {

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        Map<String, Object> dials = super.durable(deliveryTimeout);
        dials.put(ProducerConfig.ACKS_CONFIG, "1");
        dials.remove(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG);
        return dials;
    }
}
