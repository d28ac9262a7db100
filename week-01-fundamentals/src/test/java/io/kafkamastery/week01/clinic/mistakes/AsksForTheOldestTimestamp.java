package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "In every partition there is a record younger than 1970", caughtBy = "1.8.a")
final class AsksForTheOldestTimestamp extends Misguided {

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> question = new HashMap<>();
            answer(admin.describeTopics(List.of(topic)).allTopicNames())
                    .get(topic)
                    .partitions()
                    .forEach(partition ->
                            question.put(new TopicPartition(topic, partition.partition()), OffsetSpec.forTimestamp(0)));
            Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
            answer(admin.listOffsets(question).all())
                    .forEach((partition, first) -> beginning.put(partition, new OffsetAndMetadata(first.offset())));
            answer(admin.alterConsumerGroupOffsets(settings.get("group.id").toString(), beginning)
                    .all());
        }
        return with(settings, "auto.offset.reset", "earliest");
    }
}
