package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.Ledger;
import io.kafkamastery.week02.delivery.OrderHandler;
import io.kafkamastery.week02.delivery.OrderProcessor;
import io.kafkamastery.week02.delivery.TraceEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Has a loop that polls, and leaves it to each mistake what to do with what it has polled. */
abstract class Misguided implements OrderProcessor {

    volatile boolean stopRequested;

    void atMostOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        commitThenProcess(consumer, batch, handler::handle);
    }

    void atLeastOnce(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            OrderHandler handler) {
        processThenCommit(consumer, batch, handler::handle);
    }

    void effectivelyOnce(
            KafkaConsumer<String, String> consumer, Iterable<ConsumerRecord<String, String>> batch, Ledger ledger) {
        batch.forEach(record -> chargeOnce(record, ledger));
        consumer.commitSync();
    }

    void chargeOnce(ConsumerRecord<String, String> record, Ledger ledger) {
        ledger.inTransaction(transaction -> {
            Order order = order(record);
            if (!transaction.remembers(order.orderId())) {
                transaction.remember(order.orderId());
                transaction.charge(order);
            }
        });
    }

    void dial(Map<String, Object> settings) {}

    Duration patience() {
        return Duration.ofMillis(100);
    }

    void betweenBatches() {}

    void atTheEnd() {}

    static Order order(ConsumerRecord<String, String> record) {
        return OrderJson.read(record.value());
    }

    static void commitThenProcess(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            Consumer<Order> work) {
        consumer.commitSync();
        batch.forEach(record -> work.accept(order(record)));
    }

    static void processThenCommit(
            KafkaConsumer<String, String> consumer,
            Iterable<ConsumerRecord<String, String>> batch,
            Consumer<Order> work) {
        batch.forEach(record -> work.accept(order(record)));
        consumer.commitSync();
    }

    interface Batches {
        void take(KafkaConsumer<String, String> consumer, Iterable<ConsumerRecord<String, String>> batch);
    }

    private void run(String bootstrapServers, String groupId, String topic, Batches batches) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        dial(settings);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!stopRequested) {
                betweenBatches();
                var batch = consumer.poll(patience());
                if (!batch.isEmpty()) {
                    batches.take(consumer, batch);
                }
            }
            atTheEnd();
        }
    }

    @Override
    public final void runAtMostOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        run(bootstrapServers, groupId, topic, (consumer, batch) -> atMostOnce(consumer, batch, handler));
    }

    @Override
    public final void runAtLeastOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        run(bootstrapServers, groupId, topic, (consumer, batch) -> atLeastOnce(consumer, batch, handler));
    }

    @Override
    public final void runEffectivelyOnce(String bootstrapServers, String groupId, String topic, Ledger ledger) {
        run(bootstrapServers, groupId, topic, (consumer, batch) -> effectivelyOnce(consumer, batch, ledger));
    }

    @Override
    public final void stop() {
        stopRequested = true;
    }

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        throw new IllegalStateException("This mistake is about something else");
    }
}
