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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

@Alternative(
        "Classic protocol, cooperative; a rebalance listener; wakeup; a commit per order; a consumer in place of Admin")
final class ListensToRebalances implements OrderCrew {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Worker> workers = new ConcurrentHashMap<>();
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();
    private Properties settings;
    private String topic;
    private OrderHandler handler;

    private static final class Worker implements Runnable, ConsumerRebalanceListener {
        private final String name;
        private final String topic;
        private final OrderHandler handler;
        private final Consumer<String, String> consumer;
        private final Set<Integer> share = ConcurrentHashMap.newKeySet();
        private volatile boolean leaving;

        Worker(String name, String topic, OrderHandler handler, Properties settings) {
            this.name = name;
            this.topic = topic;
            this.handler = handler;
            this.consumer = new KafkaConsumer<>(settings);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> added) {
            added.forEach(partition -> share.add(partition.partition()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> taken) {
            taken.forEach(partition -> share.remove(partition.partition()));
        }

        @Override
        public void run() {
            try {
                consumer.subscribe(Set.of(topic), this);
                while (!leaving) {
                    for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofSeconds(10))) {
                        if (leaving) {
                            break;
                        }
                        handler.handle(name, order);
                        commit(order);
                    }
                }
            } catch (WakeupException e) {
                if (!leaving) {
                    throw e;
                }
            } finally {
                consumer.close();
            }
        }

        private void commit(ConsumerRecord<String, String> order) {
            var next = Map.of(
                    new TopicPartition(order.topic(), order.partition()), new OffsetAndMetadata(order.offset() + 1));
            try {
                consumer.commitSync(next);
            } catch (WakeupException e) {
                consumer.commitSync(next); // the wakeup was for the loop, which looks at the flag next
            } catch (RebalanceInProgressException e) {
                // the order will come again
            }
        }

        void leave() {
            leaving = true;
            consumer.wakeup();
        }
    }

    @Override
    public void start(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        this.topic = topic;
        this.handler = handler;
        this.settings = settings(bootstrapServers, groupId);
    }

    private static Properties settings(String bootstrapServers, String groupId) {
        Properties settings = new Properties();
        settings.setProperty("bootstrap.servers", bootstrapServers);
        settings.setProperty("group.id", groupId);
        settings.setProperty("auto.offset.reset", "earliest");
        settings.setProperty("enable.auto.commit", "false");
        settings.setProperty("max.poll.records", "7");
        settings.setProperty("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.setProperty("key.deserializer", StringDeserializer.class.getName());
        settings.setProperty("value.deserializer", StringDeserializer.class.getName());
        return settings;
    }

    @Override
    public void hire(String name) {
        Worker worker = new Worker(name, topic, handler, settings);
        workers.put(name, worker);
        running.put(name, threads.submit(worker));
    }

    @Override
    public void dismiss(String name) {
        workers.remove(name).leave();
        try {
            running.remove(name).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Worker " + name + " had failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Roster roster() {
        Map<String, Set<Integer>> shares = new HashMap<>();
        workers.forEach((name, worker) -> shares.put(name, new HashSet<>(worker.share)));
        return new Roster(shares);
    }

    @Override
    public void close() {
        Set.copyOf(workers.keySet()).forEach(this::dismiss);
        threads.shutdown();
    }

    @Override
    public void rewind(String bootstrapServers, String groupId, String topic, Instant to) {
        refuseIfActive(bootstrapServers, groupId);
        try (Consumer<String, String> consumer = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> question = new HashMap<>();
            partitions.forEach(partition -> question.put(partition, to.toEpochMilli()));
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(question);
            Map<TopicPartition, OffsetAndMetadata> targets = new HashMap<>();
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> targets.put(
                            partition,
                            new OffsetAndMetadata(
                                    found.get(partition) == null
                                            ? end
                                            : found.get(partition).offset())));
            consumer.assign(partitions);
            consumer.commitSync(targets);
        }
    }

    private static void refuseIfActive(String bootstrapServers, String groupId) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            boolean active = !admin.describeConsumerGroups(Set.of(groupId))
                    .describedGroups()
                    .get(groupId)
                    .get()
                    .members()
                    .isEmpty();
            if (active) {
                throw new IllegalStateException("Not now", new GroupActiveException(groupId));
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) { // who is not there has no members
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(PartitionInfo::partition)
                .map(number -> new TopicPartition(topic, number))
                .toList();
    }

    @Override
    public Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic) {
        try (Consumer<String, String> consumer = new KafkaConsumer<>(settings(bootstrapServers, groupId))) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
            Map<Integer, Long> lag = new HashMap<>();
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                OffsetAndMetadata next = committed.get(partition);
                lag.put(partition.partition(), next == null ? end : end - next.offset());
            });
            return lag;
        }
    }
}
