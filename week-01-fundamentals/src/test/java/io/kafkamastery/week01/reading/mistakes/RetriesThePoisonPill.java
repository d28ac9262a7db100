package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.RejectedRecord;
import io.kafkamastery.week01.reading.Rejects;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringDeserializer;

@Mistake(belief = "A record that poll() could not deserialize is behind us when it throws", caughtBy = "1.3.d")
final class RetriesThePoisonPill extends Misguided {

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try (KafkaConsumer<String, Order> consumer = new KafkaConsumer<>(
                settings(bootstrapServers, groupId), new StringDeserializer(), (ignored, json) -> deserialize(json))) {
            consumer.subscribe(List.of(topic));
            while (!stopping) {
                try {
                    for (ConsumerRecord<String, Order> record : consumer.poll(Duration.ofMillis(100))) {
                        handler.handle(record.value());
                        consumer.commitSync(next(record));
                    }
                } catch (RecordDeserializationException e) {
                    rejects.reject(new RejectedRecord(
                            topic,
                            e.topicPartition().partition(),
                            e.offset(),
                            e.getCause().getMessage()));
                }
            }
        }
    }

    private static Order deserialize(byte[] json) {
        try {
            return JSON.readValue(json, Order.class);
        } catch (IOException e) {
            throw new SerializationException(e);
        }
    }
}
