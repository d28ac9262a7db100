package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Every group has committed offsets that can be set back", caughtBy = "1.8.a")
final class RewindsOnlyWhatWasCommitted extends Misguided {

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        String group = settings.get("group.id").toString();
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    new HashMap<>(answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
            offsets.replaceAll((partition, offset) -> new OffsetAndMetadata(0));
            answer(admin.alterConsumerGroupOffsets(group, offsets).all());
        }
        return settings;
    }
}
