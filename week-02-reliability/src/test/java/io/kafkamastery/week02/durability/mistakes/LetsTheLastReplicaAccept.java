package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

@Mistake(belief = "Three replicas and acks=all mean that three brokers have an order", caughtBy = "2.2.c")
final class LetsTheLastReplicaAccept extends Misguided {

    @Override
    NewTopic newTopic(String topic, int partitions) {
        return super.newTopic(topic, partitions).configs(Map.of()); // and min.insync.replicas is 1
    }
}
