package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.TopicConflictException;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

@Mistake(belief = "Another partition count means that the topic has to be changed", caughtBy = "1.1.c")
final class GrowsTheTopicOnConflict extends Misguided {

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        try {
            return super.ensureTopic(bootstrapServers, topic, partitions, timeout);
        } catch (TopicConflictException conflict) {
            try (Admin admin = connect(bootstrapServers)) {
                answer(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                        .all());
            }
            throw conflict;
        }
    }
}
