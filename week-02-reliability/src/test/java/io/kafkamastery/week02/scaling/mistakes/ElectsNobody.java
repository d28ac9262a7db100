package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "The first replica in the list is the leader", caughtBy = "2.8.a")
final class ElectsNobody extends Misguided {

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
                    if (targets.size() < current.size() / 4) {
                        Collections.swap(target, 0, ids.size() - 1);
                    }
                    targets.put(partition, target);
                }
            });
            return reassign(admin, targets);
        }
    }

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            awaitNothingMoving(admin);
        }
    }
}
