package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A broker that holds its share of replicas carries its share of the load", caughtBy = "2.8.a")
final class AddsFollowersOnly extends Misguided {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> targets = new HashMap<>();
            Map<TopicPartition, List<Integer>> current = replicas(admin, topics);
            int newcomer = newcomer(admin, current);
            current.forEach((partition, ids) -> {
                if (targets.size() < current.size() * 3 / 4) {
                    List<Integer> target = new ArrayList<>(ids);
                    target.set(ids.size() - 1, newcomer);
                    targets.put(partition, target);
                }
            });
            return reassign(admin, targets);
        }
    }
}
