package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "The longer a producer lingers, the better it works", caughtBy = "1.2.d")
final class LingersForAMinute extends Misguided {

    @Override
    Map<String, Object> settings() {
        return Map.of(ProducerConfig.LINGER_MS_CONFIG, 60_000);
    }
}
