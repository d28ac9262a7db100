package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "Without batches every order arrives sooner", caughtBy = "1.2.f")
final class SwitchesBatchingOff extends Misguided {

    @Override
    Map<String, Object> settings() {
        return Map.of(ProducerConfig.BATCH_SIZE_CONFIG, 0, ProducerConfig.LINGER_MS_CONFIG, 0);
    }
}
