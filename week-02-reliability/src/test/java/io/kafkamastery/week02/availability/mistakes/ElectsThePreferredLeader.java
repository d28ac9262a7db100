package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "An election finds a leader among those alive", caughtBy = "2.3.b")
final class ElectsThePreferredLeader extends Misguided {

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        Set<TopicPartition> offline = offlineOf(bootstrapServers, topic);
        try (Admin admin = connect(bootstrapServers)) {
            return answer(admin.electLeaders(ElectionType.PREFERRED, offline).partitions()).entrySet().stream()
                    .filter(outcome -> outcome.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }
}
