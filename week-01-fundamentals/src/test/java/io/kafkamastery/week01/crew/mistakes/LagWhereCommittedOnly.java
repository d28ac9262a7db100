package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A partition without a committed offset has no lag", caughtBy = "1.6.f")
final class LagWhereCommittedOnly extends Misguided {

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        Map<Integer, Long> lag = new HashMap<>();
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, Long> ends = offsets(admin, topic, OffsetSpec.latest());
            Map<TopicPartition, OffsetAndMetadata> committed =
                    answer(admin.listConsumerGroupOffsets(groupId).partitionsToOffsetAndMetadata());
            committed.forEach((partition, next) -> lag.put(partition.partition(), ends.get(partition) - next.offset()));
        }
        return lag;
    }
}
