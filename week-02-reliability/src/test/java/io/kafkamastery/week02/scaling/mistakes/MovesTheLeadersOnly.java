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
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A broker that leads nothing can go", caughtBy = "2.8.e")
final class MovesTheLeadersOnly extends Misguided {

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> targets = new HashMap<>();
            Set<String> topics = get(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
            replicas(admin, topics).forEach((partition, ids) -> {
                if (ids.get(0) == broker) {
                    List<Integer> target = new ArrayList<>(ids);
                    Collections.rotate(target, -1);
                    targets.put(partition, target);
                }
            });
            return reassign(admin, targets);
        }
    }
}
