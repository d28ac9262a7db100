package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "With two replicas left, nothing is lost when a broker leaves", caughtBy = "2.8.e")
final class DropsTheReplicas extends Misguided {

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> targets = new HashMap<>();
            Set<String> topics = get(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
            throttle(admin, topics, bytesPerSecond);
            replicas(admin, topics).forEach((partition, ids) -> {
                if (ids.contains(broker)) {
                    List<Integer> others =
                            ids.stream().filter(id -> id != broker).toList();
                    targets.put(
                            partition, others.isEmpty() ? List.of(brokers(admin).get(0)) : others);
                }
            });
            return reassign(admin, targets);
        }
    }
}
