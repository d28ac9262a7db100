package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A reader is always asked before it ends", caughtBy = "1.3.c")
final class CommitsOnlyWhenStopping extends Misguided {

    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            subscribe(consumer, topic);
            while (!stopping) {
                handleAll(consumer, consumer.poll(Duration.ofMillis(100)), handler, rejects);
            }
            consumer.commitSync(handled);
        }
    }

    @Override
    void commit(KafkaConsumer<String, String> consumer, ConsumerRecord<?, ?> record) {
        handled.putAll(next(record));
    }
}
