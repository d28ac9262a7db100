package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "An election helps whoever needs one, and does nothing to the others", caughtBy = "2.3.d")
final class ElectsWhateverIsOffline extends Misguided {

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        Set<TopicPartition> offline = offlineOf(bootstrapServers, topic);
        if (offline.isEmpty()) {
            return offline;
        }
        try (Admin admin = connect(bootstrapServers)) {
            answer(admin.electLeaders(ElectionType.UNCLEAN, null).partitions());
        }
        return awaitLed(bootstrapServers, topic, offline, limit);
    }
}
