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

@Mistake(belief = "If each topic is spread evenly, all of them together are", caughtBy = "2.8.a")
final class BalancesEachTopicByItself extends Misguided {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> targets = new HashMap<>();
            List<Integer> brokers = brokers(admin);
            for (String topic : topics) {
                int next = 0; // every topic begins with the same broker
                for (var partition : replicas(admin, Set.of(topic)).entrySet()) {
                    List<Integer> target = new ArrayList<>();
                    for (int i = 0; i < partition.getValue().size(); i++) {
                        target.add(brokers.get(next++ % brokers.size()));
                    }
                    targets.put(partition.getKey(), target);
                }
            }
            return reassign(admin, targets);
        }
    }
}
