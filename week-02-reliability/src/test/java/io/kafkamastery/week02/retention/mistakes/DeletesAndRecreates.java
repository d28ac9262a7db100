package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TopicExistsException;

@Mistake(belief = "A topic's settings are those that it was created with", caughtBy = "2.4.d")
final class DeletesAndRecreates extends Misguided {

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        int partitions;
        try (Admin admin = admin(bootstrapServers)) {
            partitions = answer(admin.describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .partitions()
                    .size();
            answer(admin.deleteTopics(List.of(topic)).all());
        }
        while (true) {
            try {
                create(bootstrapServers, topic, partitions, keep);
                return;
            } catch (TopicExistsException notGoneYet) {
                Thread.onSpinWait();
            }
        }
    }
}
