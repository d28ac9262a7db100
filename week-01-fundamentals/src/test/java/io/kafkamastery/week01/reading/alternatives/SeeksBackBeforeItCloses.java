package io.kafkamastery.week01.reading.alternatives;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.OrderReader;
import io.kafkamastery.week01.reading.RejectedRecord;
import io.kafkamastery.week01.reading.Rejects;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Auto-commit takes the position for handled, at the next {@code poll()} and when the consumer is closed. So the position is
 * put back to what was not handled before either can happen.
 */
@Alternative("Auto-commit; before anything ends it seeks back to the first record that was not handled")
final class SeeksBackBeforeItCloses implements OrderReader {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final CountDownLatch stop = new CountDownLatch(1);

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", groupId);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "true");
        settings.put("auto.commit.interval.ms", "500");
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Set.of(topic));
            while (stop.getCount() > 0) {
                handle(consumer, consumer.poll(Duration.ofSeconds(1)), handler, rejects);
            }
        }
    }

    private void handle(
            Consumer<byte[], byte[]> consumer,
            ConsumerRecords<byte[], byte[]> records,
            OrderHandler handler,
            Rejects rejects) {
        Map<TopicPartition, Long> unhandled = new LinkedHashMap<>();
        records.partitions()
                .forEach(partition -> unhandled.put(
                        partition, records.records(partition).get(0).offset()));
        try {
            for (TopicPartition partition : records.partitions()) {
                for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                    if (stop.getCount() == 0) {
                        return;
                    }
                    handle(record, handler, rejects);
                    unhandled.put(partition, record.offset() + 1);
                }
                unhandled.remove(partition);
            }
        } finally {
            unhandled.forEach(consumer::seek);
        }
    }

    private void handle(ConsumerRecord<byte[], byte[]> record, OrderHandler handler, Rejects rejects) {
        Order order;
        try {
            order = Objects.requireNonNull(json.readValue(record.value(), Order.class), "null is no order");
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            rejects.reject(new RejectedRecord(record.topic(), record.partition(), record.offset(), e.toString()));
            return;
        }
        handler.handle(order);
    }

    @Override
    public void stop() {
        stop.countDown();
    }
}
