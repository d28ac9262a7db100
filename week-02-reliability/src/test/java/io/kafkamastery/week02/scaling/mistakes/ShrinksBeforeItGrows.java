package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "First make room, then copy", caughtBy = "2.8.b")
final class ShrinksBeforeItGrows extends Misguided {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> current = replicas(admin, topics);
            Map<TopicPartition, List<Integer>> leadersOnly = new HashMap<>();
            Map<TopicPartition, List<Integer>> targets = new HashMap<>();
            int newcomer = newcomer(admin, current);
            current.forEach((partition, ids) -> {
                if (partition.partition() % 3 != 0) {
                    leadersOnly.put(partition, ids.subList(0, 1));
                    targets.put(partition, List.of(ids.get(0), newcomer));
                }
            });
            reassign(admin, leadersOnly);
            awaitNothingMoving(admin);
            return reassign(admin, targets);
        }
    }
}
