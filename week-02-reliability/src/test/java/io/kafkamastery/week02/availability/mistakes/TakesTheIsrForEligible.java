package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Offline;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

@Mistake(belief = "Only in-sync replicas may lead", caughtBy = "2.3.a")
final class TakesTheIsrForEligible extends Misguided {

    @Override
    public Set<Offline> offline(String bootstrapServers, Set<String> topics) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, TopicPartitionInfo> infos = describe(admin, topics);
            return super.offline(bootstrapServers, topics).stream()
                    .map(offline -> new Offline(
                            offline.partition(),
                            ids(infos.get(offline.partition()).isr()),
                            offline.stale()))
                    .collect(Collectors.toSet());
        }
    }
}
