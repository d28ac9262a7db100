package io.kafkamastery.week02.delivery.alternatives;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.Ledger;
import io.kafkamastery.week02.delivery.OrderHandler;
import io.kafkamastery.week02.delivery.OrderProcessor;
import io.kafkamastery.week02.delivery.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Commits for each order alone, in the consumer group protocol, and is woken up to stop. */
@Alternative("a commit for each order, the consumer group protocol, wakeup()")
final class OrderByOrder implements OrderProcessor {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> running;

    private interface Step {
        void take(Runnable commit, Order order);
    }

    @Override
    public void runAtMostOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        run(bootstrapServers, groupId, topic, (commit, order) -> {
            commit.run();
            handler.handle(order);
        });
    }

    @Override
    public void runAtLeastOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        run(bootstrapServers, groupId, topic, (commit, order) -> {
            handler.handle(order);
            commit.run();
        });
    }

    @Override
    public void runEffectivelyOnce(String bootstrapServers, String groupId, String topic, Ledger ledger) {
        Consumer<Order> chargeOnce = order -> ledger.inTransaction(transaction -> {
            String mark = "charged:" + order.orderId();
            if (transaction.remembers(mark)) {
                return;
            }
            transaction.charge(order);
            transaction.remember(mark);
        });
        runAtLeastOnce(bootstrapServers, groupId, topic, chargeOnce::accept);
    }

    private void run(String bootstrapServers, String groupId, String topic, Step step) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", groupId);
        settings.put("group.protocol", "consumer");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "3");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            running = consumer;
            consumer.subscribe(List.of(topic));
            while (stopped.getCount() > 0) {
                for (ConsumerRecord<byte[], byte[]> record : poll(consumer)) {
                    if (stopped.getCount() == 0) {
                        break;
                    }
                    step.take(() -> commit(consumer, record), order(record));
                }
            }
        } finally {
            running = null;
        }
    }

    private static Iterable<ConsumerRecord<byte[], byte[]>> poll(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            return consumer.poll(Duration.ofMinutes(1));
        } catch (WakeupException asked) {
            return List.of();
        }
    }

    /**
     * A wake-up that was meant for poll() may hit a commit instead: whoever is told to stop still commits. It may even hit
     * two: with this group protocol one call of wakeup() is at times felt twice.
     */
    private static void commit(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> record) {
        Map<TopicPartition, OffsetAndMetadata> next = Map.of(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        while (true) {
            try {
                consumer.commitSync(next);
                return;
            } catch (WakeupException asked) {
                // Once more: nobody wakes it up for ever.
            }
        }
    }

    private static Order order(ConsumerRecord<byte[], byte[]> record) {
        return OrderJson.read(new String(record.value(), StandardCharsets.UTF_8));
    }

    @Override
    public void stop() {
        stopped.countDown();
        KafkaConsumer<byte[], byte[]> consumer = running;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        Map<String, Collection<TraceEvent.Written>> waiting = new LinkedHashMap<>();
        Map<Integer, Long> next = new TreeMap<>();
        Set<String> done = new TreeSet<>();
        boolean repeated = false;
        for (TraceEvent event : trace) {
            if (event instanceof TraceEvent.Written written) {
                waiting.computeIfAbsent(written.orderId(), id -> new ArrayList<>())
                        .add(written);
            } else if (event instanceof TraceEvent.TookEffect effect) {
                repeated |= !done.add(effect.orderId());
            } else if (event instanceof TraceEvent.Committed committed) {
                next.put(committed.partition(), committed.offset());
            }
        }
        waiting.keySet().removeAll(done);
        boolean lost = waiting.values().stream()
                .anyMatch(places -> places.stream()
                        .allMatch(place ->
                                next.containsKey(place.partition()) && next.get(place.partition()) > place.offset()));
        if (repeated) {
            return lost ? Set.of() : Set.of(Guarantee.AT_LEAST_ONCE);
        }
        return lost ? Set.of(Guarantee.AT_MOST_ONCE) : Set.of(Guarantee.values());
    }
}
