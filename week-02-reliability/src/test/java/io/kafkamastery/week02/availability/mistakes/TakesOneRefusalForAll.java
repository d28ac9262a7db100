package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Either all partitions are elected or none", caughtBy = "2.3.b")
final class TakesOneRefusalForAll extends Misguided {

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        Set<TopicPartition> offline = offlineOf(bootstrapServers, topic);
        if (offline.isEmpty()) {
            return offline;
        }
        try (Admin admin = connect(bootstrapServers)) {
            answer(admin.electLeaders(ElectionType.UNCLEAN, offline).all());
        }
        return awaitLed(bootstrapServers, topic, offline, limit);
    }
}
