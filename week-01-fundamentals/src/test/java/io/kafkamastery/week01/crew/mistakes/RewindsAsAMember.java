package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A consumer of the group may set the group's offsets at any time", caughtBy = "1.6.e")
final class RewindsAsAMember extends Misguided {

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        this.bootstrapServers = bootstrapServers;
        this.groupId = groupId;
        Map<TopicPartition, OffsetAndMetadata> targets = new HashMap<>();
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, Long> ends = offsets(admin, topic, OffsetSpec.latest());
            offsets(admin, topic, OffsetSpec.forTimestamp(to.toEpochMilli()))
                    .forEach((partition, offset) ->
                            targets.put(partition, new OffsetAndMetadata(offset < 0 ? ends.get(partition) : offset)));
        }
        try (KafkaConsumer<String, String> consumer = consumer(settings("rewinder"))) {
            consumer.subscribe(List.of(topic));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(POLL);
            }
            consumer.commitSync(targets);
        }
    }
}
