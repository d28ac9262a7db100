package io.kafkamastery.week02.delivery.alternatives;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.Ledger;
import io.kafkamastery.week02.delivery.OrderHandler;
import io.kafkamastery.week02.delivery.OrderProcessor;
import io.kafkamastery.week02.delivery.TraceEvent;
import io.kafkamastery.week02.delivery.solution.OrderProcessorSolution;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Lets a transactional producer commit the group's offsets, as a program does that also writes what comes of the orders. */
@Alternative("sendOffsetsToTransaction() instead of commitSync(), read_committed, an exception wrapped")
final class OffsetsInTransactions implements OrderProcessor {

    private final AtomicBoolean open = new AtomicBoolean(true);

    @Override
    public void runAtMostOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        run(bootstrapServers, groupId, topic, (batch, commit) -> {
            commit.run();
            batch.forEach(order -> handle(order, handler::handle));
        });
    }

    @Override
    public void runAtLeastOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        run(bootstrapServers, groupId, topic, (batch, commit) -> {
            batch.forEach(order -> handle(order, handler::handle));
            commit.run();
        });
    }

    @Override
    public void runEffectivelyOnce(String bootstrapServers, String groupId, String topic, Ledger ledger) {
        run(bootstrapServers, groupId, topic, (batch, commit) -> {
            batch.forEach(order -> handle(
                    order,
                    one -> ledger.inTransaction(transaction -> {
                        if (!transaction.remembers(one.orderId())) {
                            transaction.remember(one.orderId());
                            transaction.charge(one);
                        }
                    })));
            commit.run();
        });
    }

    private static void handle(Order order, Consumer<Order> work) {
        try {
            work.accept(order);
        } catch (RuntimeException e) {
            throw new IllegalStateException("Gave up at " + order.orderId(), e);
        }
    }

    private interface Step {
        void take(List<Order> batch, Runnable commit);
    }

    private void run(String bootstrapServers, String groupId, String topic, Step step) {
        Map<String, Object> reading = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                groupId,
                "group.protocol",
                "consumer",
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        Map<String, Object> writing =
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "processor-of-" + groupId);
        try (var producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
            producer.initTransactions();
            consumer.subscribe(Set.of(topic));
            while (open.get()) {
                ConsumerRecords<String, String> batch = consumer.poll(Duration.ofMillis(300));
                if (!batch.isEmpty()) {
                    step.take(orders(batch), () -> {
                        producer.beginTransaction();
                        producer.sendOffsetsToTransaction(next(batch), consumer.groupMetadata());
                        producer.commitTransaction();
                    });
                }
            }
        }
    }

    private static List<Order> orders(ConsumerRecords<String, String> batch) {
        return batch.partitions().stream()
                .flatMap(partition -> batch.records(partition).stream())
                .map(record -> OrderJson.read(record.value()))
                .toList();
    }

    private static Map<TopicPartition, OffsetAndMetadata> next(ConsumerRecords<String, String> batch) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (ConsumerRecord<String, String> record : batch) {
            next.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        return next;
    }

    @Override
    public void stop() {
        open.set(false);
    }

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        return new OrderProcessorSolution().guaranteesOf(trace);
    }
}
