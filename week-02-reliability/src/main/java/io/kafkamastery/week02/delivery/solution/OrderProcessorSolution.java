package io.kafkamastery.week02.delivery.solution;

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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One loop, and two places where it may commit: the guarantee is where the commit stands. */
public final class OrderProcessorSolution implements OrderProcessor {

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);

    private volatile boolean stopRequested;

    // region: at-most-once
    @Override
    public void runAtMostOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        try (var consumer = subscribe(bootstrapServers, groupId, topic)) {
            while (!stopRequested) {
                ConsumerRecords<String, String> batch = consumer.poll(POLL_TIMEOUT);
                if (!batch.isEmpty()) {
                    consumer.commitSync(); // all that this poll returned: from here on a crash loses what is not
                    // handled
                }
                for (ConsumerRecord<String, String> record : batch) {
                    handler.handle(OrderJson.read(record.value())); // to the end of the batch: nobody else would
                }
            }
        }
    }
    // endregion

    // region: at-least-once
    @Override
    public void runAtLeastOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        processThenCommit(bootstrapServers, groupId, topic, handler::handle);
    }

    private void processThenCommit(String bootstrapServers, String groupId, String topic, Consumer<Order> work) {
        try (var consumer = subscribe(bootstrapServers, groupId, topic)) {
            while (!stopRequested) {
                processBatch(consumer, consumer.poll(POLL_TIMEOUT), work);
            }
        }
    }

    private void processBatch(
            KafkaConsumer<String, String> consumer, ConsumerRecords<String, String> batch, Consumer<Order> work) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        try {
            for (ConsumerRecord<String, String> record : batch) {
                if (stopRequested) {
                    break; // the rest is not done, so it is not committed either
                }
                work.accept(OrderJson.read(record.value()));
                done.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1)); // the next one to read
            }
        } catch (RuntimeException crash) {
            commitDespite(crash, consumer, done);
            throw crash;
        }
        consumer.commitSync(done);
    }

    /** What was done before the crash need not be repeated; but nothing may hide the crash itself. */
    private static void commitDespite(
            RuntimeException crash, KafkaConsumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
        try {
            consumer.commitSync(done);
        } catch (KafkaException e) {
            crash.addSuppressed(e);
        }
    }
    // endregion

    // region: effectively-once
    @Override
    public void runEffectivelyOnce(String bootstrapServers, String groupId, String topic, Ledger ledger) {
        processThenCommit(
                bootstrapServers,
                groupId,
                topic,
                order -> ledger.inTransaction(transaction -> {
                    // By the order's own id: its offset and its partition say where a copy of it stands, and there may
                    // be others.
                    if (!transaction.remembers(order.orderId())) {
                        transaction.remember(order.orderId());
                        transaction.charge(
                                order); // in the same transaction, so that there is no moment between the two
                    }
                }));
    }
    // endregion

    @Override
    public void stop() {
        stopRequested = true;
    }

    // region: settings
    private static KafkaConsumer<String, String> subscribe(String bootstrapServers, String groupId, String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                groupId,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                // An automatic commit comes when the clock says so, and when the consumer is closed: no guarantee at
                // all.
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }
    // endregion

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        return new History(trace).guarantees();
    }
}
