package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A partition without an order since then can stay where it is", caughtBy = "1.6.e")
final class LeavesOutPartitionsWithoutLaterOrders extends Misguided {

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, OffsetAndMetadata> targets = new HashMap<>();
            offsets(admin, topic, OffsetSpec.forTimestamp(to.toEpochMilli())).forEach((partition, offset) -> {
                if (offset >= 0) {
                    targets.put(partition, new OffsetAndMetadata(offset));
                }
            });
            answer(admin.alterConsumerGroupOffsets(groupId, targets).all());
        }
    }
}
