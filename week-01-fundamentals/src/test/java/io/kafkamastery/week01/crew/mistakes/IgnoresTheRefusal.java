package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A request that was sent to the cluster has been obeyed", caughtBy = "1.6.e")
final class IgnoresTheRefusal extends Misguided {

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, Long> ends = offsets(admin, topic, OffsetSpec.latest());
            Map<TopicPartition, OffsetAndMetadata> targets = new HashMap<>();
            offsets(admin, topic, OffsetSpec.forTimestamp(to.toEpochMilli()))
                    .forEach((partition, offset) ->
                            targets.put(partition, new OffsetAndMetadata(offset < 0 ? ends.get(partition) : offset)));
            admin.alterConsumerGroupOffsets(groupId, targets); // nobody looks at the answer
        }
    }
}
