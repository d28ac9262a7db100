package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "What a consumer has fetched is what its group has done", caughtBy = "1.6.f")
final class LagFromThePosition extends Misguided {

    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        member.consumer
                .assignment()
                .forEach(partition -> positions.put(partition, member.consumer.position(partition)));
        super.handle(member, orders);
    }

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        if (!groupId.equals(this.groupId)) {
            return super.lag(bootstrapServers, groupId, topic);
        }
        Map<Integer, Long> lag = new HashMap<>();
        try (Admin admin = connect(bootstrapServers)) {
            offsets(admin, topic, OffsetSpec.latest())
                    .forEach((partition, end) ->
                            lag.put(partition.partition(), end - positions.getOrDefault(partition, 0L)));
        }
        return lag;
    }
}
