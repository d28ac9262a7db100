package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

@Mistake(belief = "The committed offset is that of the last record that is done with", caughtBy = "1.8.d")
final class CommitsTheOffsetOfTheBadRecord extends Misguided {

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        UnreadableRecord record = super.stopsAtOneRecord(settings, topic);
        try (Admin admin = Admin.create(settings)) {
            answer(admin.alterConsumerGroupOffsets(
                            settings.get("group.id").toString(),
                            Map.of(record.partition(), new OffsetAndMetadata(record.offset())))
                    .all());
        }
        return record;
    }
}
