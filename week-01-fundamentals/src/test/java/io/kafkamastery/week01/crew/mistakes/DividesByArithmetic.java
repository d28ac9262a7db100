package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.crew.Roster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Partition p goes to worker p modulo n, so nobody need be asked", caughtBy = "1.6.a")
final class DividesByArithmetic extends Misguided {

    @Override
    public Roster roster() {
        List<String> names = List.copyOf(new TreeSet<>(onDuty.keySet()));
        Map<String, Set<Integer>> shares = new HashMap<>();
        try (Admin admin = connect(bootstrapServers)) {
            List<TopicPartition> partitions = partitions(admin, topic);
            names.forEach(name -> shares.put(
                    name,
                    partitions.stream()
                            .map(TopicPartition::partition)
                            .filter(partition -> partition % names.size() == names.indexOf(name))
                            .collect(Collectors.toSet())));
        }
        return new Roster(shares);
    }
}
