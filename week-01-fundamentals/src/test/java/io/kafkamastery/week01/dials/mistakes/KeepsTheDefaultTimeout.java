package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "A producer gives up soon enough by itself", caughtBy = "1.7.b")
final class KeepsTheDefaultTimeout extends Misguided {

    @Override
    public Map<String, Object> durable(Duration deliveryTimeout) {
        Map<String, Object> dials = super.durable(deliveryTimeout);
        dials.remove(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG);
        dials.remove(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG);
        return dials;
    }
}
