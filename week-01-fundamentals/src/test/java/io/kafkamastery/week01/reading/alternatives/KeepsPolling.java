package io.kafkamastery.week01.reading.alternatives;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.OrderReader;
import io.kafkamastery.week01.reading.RejectedRecord;
import io.kafkamastery.week01.reading.Rejects;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

@Alternative("A worker handles while the consumer, paused, goes on polling; commits in the background and at the end")
final class KeepsPolling implements OrderReader, ConsumerRebalanceListener {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Queue<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private KafkaConsumer<byte[], byte[]> consumer;

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("group.id", groupId);
        properties.setProperty("client.id", "orders-" + groupId);
        properties.setProperty("auto.offset.reset", "earliest");
        properties.setProperty("enable.auto.commit", "false");
        ExecutorService worker = Executors.newSingleThreadExecutor();
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.subscribe(List.of(topic), this);
            while (stopped.getCount() > 0) {
                if (waiting.isEmpty()) {
                    consumer.resume(consumer.paused());
                    consumer.poll(MOMENT).forEach(waiting::add);
                } else {
                    ConsumerRecord<byte[], byte[]> record = waiting.remove();
                    await(worker.submit(() -> take(record, handler, rejects)));
                    done.put(partitionOf(record), new OffsetAndMetadata(record.offset() + 1));
                    consumer.commitAsync(Map.copyOf(done), null);
                }
            }
        } finally {
            worker.shutdown();
            consumer.close(); // commits what is under way, and calls onPartitionsRevoked
        }
    }

    /** Polling is what keeps a member in the group; paused partitions bring no records meanwhile. */
    private void await(Future<?> work) {
        while (!work.isDone()) {
            consumer.pause(consumer.assignment());
            consumer.poll(MOMENT).forEach(waiting::add);
        }
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An order could not be handled", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, OrderHandler handler, Rejects rejects) {
        Order order = null;
        String reason = "It has no value";
        try {
            order = record.value() == null ? null : orderOf(MAPPER.readTree(record.value()));
        } catch (IOException | RuntimeException e) {
            reason = "It cannot be read as an order: " + e;
        }
        if (order == null) {
            rejects.reject(new RejectedRecord(record.topic(), record.partition(), record.offset(), reason));
        } else {
            handler.handle(order);
        }
    }

    private static Order orderOf(JsonNode json) {
        return new Order(
                json.required("orderId").textValue(),
                json.required("customerId").textValue(),
                json.required("shop").textValue(),
                json.required("item").textValue(),
                json.required("cents").longValue(),
                Instant.parse(json.required("placedAt").textValue()));
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // They are paused with the others as soon as there is something to handle.
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        consumer.commitSync(Map.copyOf(done));
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        waiting.removeIf(record -> partitions.contains(partitionOf(record)));
        done.keySet().removeAll(partitions);
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
