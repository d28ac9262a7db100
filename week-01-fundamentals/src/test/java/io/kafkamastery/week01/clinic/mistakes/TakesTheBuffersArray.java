package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.errors.RecordDeserializationException;

@Mistake(belief = "A ByteBuffer's array() is what is in the buffer", caughtBy = "1.8.d")
final class TakesTheBuffersArray extends Misguided {

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        try (KafkaConsumer<Object, Object> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(topic));
            while (true) {
                consumer.poll(Duration.ofMillis(100));
            }
        } catch (RecordDeserializationException e) {
            stepOver(settings, e);
            return new UnreadableRecord(
                    e.topicPartition(), e.offset(), e.valueBuffer().array());
        }
    }

    private static void stepOver(Map<String, Object> settings, RecordDeserializationException e) {
        try (KafkaConsumer<Object, Object> consumer = new KafkaConsumer<>(settings)) {
            consumer.commitSync(Map.of(e.topicPartition(), new OffsetAndMetadata(e.offset() + 1)));
        }
    }
}
