package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Three retries are enough for any hiccup", caughtBy = "2.2.c")
final class CountsItsRetries extends Misguided {

    @Override
    void dial(Map<String, Object> settings, Duration requestTimeout, Duration deliveryTimeout) {
        settings.put(ProducerConfig.RETRIES_CONFIG, 3);
    }
}
