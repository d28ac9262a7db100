package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "The leader answers for itself, whatever acks says, if nobody else is there", caughtBy = "1.7.a")
final class AsksTheFollowersToo extends Misguided {

    @Override
    public Map<String, Object> leaderAcknowledged(Duration deliveryTimeout) {
        Map<String, Object> dials = super.leaderAcknowledged(deliveryTimeout);
        dials.put(ProducerConfig.ACKS_CONFIG, "all");
        return dials;
    }
}
