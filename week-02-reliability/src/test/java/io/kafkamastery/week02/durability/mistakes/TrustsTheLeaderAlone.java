package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

@Mistake(belief = "What the leader has acknowledged is in Kafka, and Kafka replicates it", caughtBy = "2.2.b")
final class TrustsTheLeaderAlone extends Misguided {

    @Override
    void dial(Map<String, Object> settings, Duration requestTimeout, Duration deliveryTimeout) {
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
    }
}
