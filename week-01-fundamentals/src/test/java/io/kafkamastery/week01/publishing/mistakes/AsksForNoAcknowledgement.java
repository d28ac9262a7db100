package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "acks=0 is faster, and the network loses nothing", caughtBy = "1.2.d")
final class AsksForNoAcknowledgement extends Misguided {

    @Override
    Map<String, Object> settings() {
        return Map.of(ProducerConfig.ACKS_CONFIG, "0");
    }
}
