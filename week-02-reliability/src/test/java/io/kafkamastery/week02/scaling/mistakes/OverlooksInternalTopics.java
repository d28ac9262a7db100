package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "listTopics() lists the topics", caughtBy = "2.8.e")
final class OverlooksInternalTopics extends Misguided {

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> targets = new HashMap<>();
            Set<String> topics = get(admin.listTopics().names());
            throttle(admin, topics, bytesPerSecond);
            replicas(admin, topics).forEach((partition, ids) -> {
                if (ids.contains(broker)) {
                    List<Integer> target = new ArrayList<>(ids);
                    int other = brokers(admin).stream()
                            .filter(id -> id != broker && !ids.contains(id))
                            .findFirst()
                            .orElseThrow();
                    Collections.replaceAll(target, broker, other);
                    targets.put(partition, target);
                }
            });
            return reassign(admin, targets);
        }
    }
}
