package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

@Mistake(belief = "The more brokers have to have an order, the safer it is", caughtBy = "2.2.a")
final class DemandsAllThree extends Misguided {

    @Override
    NewTopic newTopic(String topic, int partitions) {
        return super.newTopic(topic, partitions).configs(Map.of("min.insync.replicas", "3"));
    }
}
