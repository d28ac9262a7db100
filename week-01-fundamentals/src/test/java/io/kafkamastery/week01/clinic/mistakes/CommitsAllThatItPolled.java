package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.utils.Utils;

@Mistake(belief = "commitSync() commits the partition that I have just sought in", caughtBy = "1.8.d")
final class CommitsAllThatItPolled extends Misguided {

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        try (KafkaConsumer<Object, Object> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(topic));
            while (true) {
                try {
                    consumer.poll(Duration.ofMillis(100));
                } catch (RecordDeserializationException e) {
                    consumer.seek(e.topicPartition(), e.offset() + 1);
                    consumer.commitSync();
                    return new UnreadableRecord(e.topicPartition(), e.offset(), Utils.toArray(e.valueBuffer()));
                }
            }
        }
    }
}
