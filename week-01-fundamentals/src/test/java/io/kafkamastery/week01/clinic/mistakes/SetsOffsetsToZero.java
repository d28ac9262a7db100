package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "The beginning of a partition is offset 0", caughtBy = "1.8.a")
final class SetsOffsetsToZero extends Misguided {

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
            answer(admin.describeTopics(List.of(topic)).allTopicNames())
                    .get(topic)
                    .partitions()
                    .forEach(partition ->
                            beginning.put(new TopicPartition(topic, partition.partition()), new OffsetAndMetadata(0)));
            answer(admin.alterConsumerGroupOffsets(settings.get("group.id").toString(), beginning)
                    .all());
        }
        return settings;
    }
}
