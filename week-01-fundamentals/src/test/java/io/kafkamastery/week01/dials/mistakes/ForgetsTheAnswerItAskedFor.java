package io.kafkamastery.week01.dials.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Fire and forget means not to look at the future", caughtBy = "1.7.a")
final class ForgetsTheAnswerItAskedFor extends Misguided {

    @Override
    public Map<String, Object> fireAndForget(Duration deliveryTimeout) {
        Map<String, Object> dials = super.fireAndForget(deliveryTimeout);
        dials.put(ProducerConfig.ACKS_CONFIG, "1");
        return dials;
    }
}
