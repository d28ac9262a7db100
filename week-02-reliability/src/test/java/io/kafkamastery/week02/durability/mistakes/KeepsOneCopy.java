package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.admin.NewTopic;

@Mistake(belief = "With acks=all an acknowledged order is safe, whatever the topic", caughtBy = "2.2.a")
final class KeepsOneCopy extends Misguided {

    @Override
    NewTopic newTopic(String topic, int partitions) {
        return new NewTopic(topic, partitions, (short) 1);
    }
}
