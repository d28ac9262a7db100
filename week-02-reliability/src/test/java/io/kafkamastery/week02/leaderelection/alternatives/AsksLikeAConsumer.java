package io.kafkamastery.week02.leaderelection.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.leaderelection.Failover;
import io.kafkamastery.week02.leaderelection.FailoverObserver;
import io.kafkamastery.week02.leaderelection.PartitionState;
import io.kafkamastery.week02.leaderelection.Quorum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Where it can, reads the metadata that every client gets, with a new consumer for each look; watches on a timer. */
@Alternative("consumer metadata, a client a look; a scheduler and a latch; one election a partition")
final class AsksLikeAConsumer implements FailoverObserver {

    @Override
    public List<PartitionState> holders(String bootstrapServers, String topic) {
        Map<Integer, Set<Integer>> eligible = new TreeMap<>();
        for (TopicPartitionInfo info : askAdmin(
                        bootstrapServers,
                        admin -> admin.describeTopics(Set.of(topic))
                                .topicNameValues()
                                .get(topic))
                .partitions()) {
            Set<Integer> elr = new TreeSet<>();
            info.elr().forEach(node -> elr.add(node.id()));
            eligible.put(info.partition(), elr);
        }
        List<PartitionState> states = new ArrayList<>();
        for (PartitionInfo info : look(bootstrapServers, topic)) {
            List<Integer> replicas = new ArrayList<>();
            for (Node replica : info.replicas()) {
                replicas.add(replica.id());
            }
            states.add(new PartitionState(
                    info.partition(), leader(info), replicas, inSync(info), eligible.get(info.partition())));
        }
        states.sort((one, other) -> one.partition() - other.partition());
        return states;
    }

    @Override
    public Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit) {
        int former = leader(look(bootstrapServers, partition)).orElseThrow();
        fault.run();
        Instant begin = Instant.now();
        Instant end = begin.plus(limit);
        do {
            OptionalInt leader = leader(look(bootstrapServers, partition));
            if (leader.orElse(former) != former) {
                return new Failover(former, leader.getAsInt(), Duration.between(begin, Instant.now()));
            }
        } while (Instant.now().isBefore(end));
        throw new IllegalStateException("Still " + former + " leads " + partition);
    }

    @Override
    public void watchInSync(
            String bootstrapServers, TopicPartition partition, Consumer<Set<Integer>> changes, BooleanSupplier enough) {
        AtomicReference<Set<Integer>> last = new AtomicReference<>(Set.of());
        CountDownLatch over = new CountDownLatch(1);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Runnable look = () -> {
            if (enough.getAsBoolean()) {
                over.countDown();
                return;
            }
            Set<Integer> now = inSync(look(bootstrapServers, partition));
            if (!now.equals(last.getAndSet(now))) {
                changes.accept(now);
            }
        };
        try {
            timer.scheduleWithFixedDelay(look, 0, 500, TimeUnit.MILLISECONDS);
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            timer.shutdown();
        }
    }

    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        Set<TopicPartition> unable = new HashSet<>();
        for (PartitionState state : holders(bootstrapServers, topic)) {
            TopicPartition partition = new TopicPartition(topic, state.partition());
            int preferred = state.replicas().get(0);
            if (!state.inSync().contains(preferred)) {
                unable.add(partition);
            } else if (state.leader().orElse(-1) != preferred) {
                askAdmin(
                        bootstrapServers,
                        admin -> admin.electLeaders(ElectionType.PREFERRED, Set.of(partition))
                                .all());
            }
        }
        return unable;
    }

    @Override
    public Quorum quorum(String bootstrapServers) {
        QuorumInfo quorum = askAdmin(
                bootstrapServers, admin -> admin.describeMetadataQuorum().quorumInfo());
        long end = quorum.voters().stream()
                .mapToLong(QuorumInfo.ReplicaState::logEndOffset)
                .max()
                .orElse(0);
        Map<Integer, Long> voters = new TreeMap<>();
        quorum.voters().forEach(node -> voters.put(node.replicaId(), end - node.logEndOffset()));
        Map<Integer, Long> observers = new TreeMap<>();
        quorum.observers().forEach(node -> observers.put(node.replicaId(), end - node.logEndOffset()));
        return new Quorum(quorum.leaderId(), voters, observers);
    }

    private static List<PartitionInfo> look(String bootstrapServers, String topic) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            return consumer.partitionsFor(topic, Duration.ofSeconds(20));
        }
    }

    private static PartitionInfo look(String bootstrapServers, TopicPartition partition) {
        for (PartitionInfo info : look(bootstrapServers, partition.topic())) {
            if (info.partition() == partition.partition()) {
                return info;
            }
        }
        throw new IllegalArgumentException("There is no " + partition);
    }

    private static OptionalInt leader(PartitionInfo info) {
        Node leader = info.leader();
        return leader == null || leader.isEmpty() ? OptionalInt.empty() : OptionalInt.of(leader.id());
    }

    private static Set<Integer> inSync(PartitionInfo info) {
        Set<Integer> ids = new TreeSet<>();
        for (Node node : info.inSyncReplicas()) {
            ids.add(node.id());
        }
        return ids;
    }

    private static <T> T askAdmin(String bootstrapServers, Function<Admin, KafkaFuture<T>> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return question.apply(admin).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
