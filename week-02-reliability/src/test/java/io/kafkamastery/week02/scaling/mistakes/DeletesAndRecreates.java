package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

@Mistake(belief = "A topic gets a new layout by being created anew", caughtBy = "2.8.b")
final class DeletesAndRecreates extends Misguided {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> current = replicas(admin, topics);
            int newcomer = newcomer(admin, current);
            for (String topic : topics) {
                Map<Integer, List<Integer>> assignment = new HashMap<>();
                current.forEach((partition, ids) -> {
                    if (partition.topic().equals(topic)) {
                        assignment.put(
                                partition.partition(),
                                partition.partition() % 3 == 0 ? ids : List.of(newcomer, ids.get(0)));
                    }
                });
                get(admin.deleteTopics(Set.of(topic)).all());
                create(admin, new NewTopic(topic, assignment));
            }
            return new Move(Map.of());
        }
    }

    /** The name is free a moment after the topic was deleted. */
    private static void create(Admin admin, NewTopic topic) {
        while (true) {
            try {
                get(admin.createTopics(Set.of(topic)).all());
                return;
            } catch (KafkaException e) {
                if (!(e.getCause().getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
