package io.kafkamastery.week01.crew.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.crew.GroupActiveException;
import io.kafkamastery.week01.crew.OrderCrew;
import io.kafkamastery.week01.crew.OrderHandler;
import io.kafkamastery.week01.crew.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Each worker waits in a long poll, from which a wake-up calls it; that may hit a commit, which is then repeated. */
@Alternative("Long polls, wake-ups and repeated commits; cooperative; a pool; whoever dismisses looks again and again")
final class WakesItsWorkers implements OrderCrew {

    private final Map<String, Hand> onDuty = new ConcurrentSkipListMap<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private Map<String, Object> settings;
    private String topic;
    private OrderHandler handler;

    @Override
    public void start(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        this.settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                groupId,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false",
                "partition.assignment.strategy",
                List.of(CooperativeStickyAssignor.class),
                "heartbeat.interval.ms",
                500);
        this.topic = topic;
        this.handler = handler;
    }

    @Override
    public void hire(String worker) {
        Hand hand = new Hand(worker);
        onDuty.put(worker, hand);
        pool.submit(hand);
    }

    @Override
    public void dismiss(String worker) {
        Hand hand = onDuty.get(worker);
        hand.leaving.set(true);
        hand.consumer.wakeup();
        while (!hand.gone) {
            Thread.onSpinWait();
        }
        onDuty.remove(worker);
    }

    @Override
    public Roster roster() {
        return new Roster(onDuty.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue().partitions))));
    }

    @Override
    public void close() {
        onDuty.keySet().forEach(this::dismiss);
        pool.shutdown();
    }

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        try (KafkaConsumer<byte[], byte[]> keeper = keeper(bootstrapServers, groupId)) {
            Map<TopicPartition, Long> ends = keeper.endOffsets(partitions(keeper, topic));
            Map<TopicPartition, Long> times = new HashMap<>();
            ends.keySet().forEach(partition -> times.put(partition, to.toEpochMilli()));
            Map<TopicPartition, OffsetAndMetadata> targets = new HashMap<>();
            keeper.offsetsForTimes(times)
                    .forEach((partition, found) -> targets.put(
                            partition, new OffsetAndMetadata(found == null ? ends.get(partition) : found.offset())));
            keeper.assign(ends.keySet());
            keeper.commitSync(targets);
        } catch (CommitFailedException e) {
            throw new GroupActiveException(groupId, e);
        }
    }

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        try (KafkaConsumer<byte[], byte[]> keeper = keeper(bootstrapServers, groupId)) {
            Set<TopicPartition> partitions = partitions(keeper, topic);
            Map<TopicPartition, OffsetAndMetadata> committed = keeper.committed(partitions);
            Map<Integer, Long> lag = new HashMap<>();
            keeper.endOffsets(partitions).forEach((partition, end) -> {
                OffsetAndMetadata next = committed.get(partition);
                lag.put(partition.partition(), next == null ? end : end - next.offset());
            });
            return lag;
        }
    }

    private static KafkaConsumer<byte[], byte[]> keeper(String bootstrapServers, String groupId) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "group.id", groupId, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Set<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .collect(Collectors.toSet());
    }

    private final class Hand implements Runnable, ConsumerRebalanceListener {

        private final String name;
        private final KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        private final AtomicBoolean leaving = new AtomicBoolean();
        private final Set<Integer> partitions = new ConcurrentSkipListSet<>();
        private volatile boolean gone;

        Hand(String name) {
            this.name = name;
        }

        @Override
        public void run() {
            try (consumer) {
                consumer.subscribe(List.of(topic), this);
                while (!leaving.get()) {
                    for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofMinutes(1))) {
                        handler.handle(name, order);
                        commit(order);
                        if (leaving.get()) {
                            return;
                        }
                    }
                }
            } catch (WakeupException e) {
                // it is time to go
            } finally {
                gone = true;
            }
        }

        private void commit(ConsumerRecord<?, ?> order) {
            while (true) {
                try {
                    consumer.commitSync(Map.of(
                            new TopicPartition(order.topic(), order.partition()),
                            new OffsetAndMetadata(order.offset() + 1)));
                    return;
                } catch (WakeupException e) {
                    // it was meant for a poll, and the next look at the flag says so
                } catch (RebalanceInProgressException e) {
                    return; // the next order's commit, or the next owner, makes up for it
                }
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> added) {
            added.forEach(partition -> partitions.add(partition.partition()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> removed) {
            removed.forEach(partition -> partitions.remove(partition.partition()));
        }
    }
}
