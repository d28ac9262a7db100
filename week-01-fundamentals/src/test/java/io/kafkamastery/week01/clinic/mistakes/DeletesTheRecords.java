package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;

@Mistake(belief = "What nobody can read is best deleted", caughtBy = "1.8.d")
final class DeletesTheRecords extends Misguided {

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        try (KafkaConsumer<Object, Object> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            while (true) {
                consumer.poll(Duration.ofMillis(100));
            }
        } catch (RecordDeserializationException e) {
            try (Admin admin = Admin.create(settings)) {
                RecordsToDelete upToIt = RecordsToDelete.beforeOffset(e.offset() + 1);
                answer(admin.deleteRecords(Map.of(e.topicPartition(), upToIt)).all());
            }
            byte[] value = new byte[e.valueBuffer().remaining()];
            e.valueBuffer().get(value);
            return new UnreadableRecord(e.topicPartition(), e.offset(), value);
        }
    }
}
