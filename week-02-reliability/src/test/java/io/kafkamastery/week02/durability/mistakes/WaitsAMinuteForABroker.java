package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "send() of a producer never waits", caughtBy = "2.2.d")
final class WaitsAMinuteForABroker extends Misguided {

    @Override
    void dial(Map<String, Object> settings, Duration requestTimeout, Duration deliveryTimeout) {
        settings.remove(ProducerConfig.MAX_BLOCK_MS_CONFIG); // and it is a minute
    }
}
