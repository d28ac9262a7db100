package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Retries bring duplicates and disorder, so they are switched off", caughtBy = "1.7.b")
final class DoesNotRetry extends Misguided {

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        Map<String, Object> dials = super.durable(deliveryTimeout);
        dials.put(ProducerConfig.RETRIES_CONFIG, 0);
        dials.remove(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG);
        return dials;
    }
}
