package io.kafkamastery.week02.leaderelection.solution;

import io.kafkamastery.week02.leaderelection.Failover;
import io.kafkamastery.week02.leaderelection.FailoverObserver;
import io.kafkamastery.week02.leaderelection.PartitionState;
import io.kafkamastery.week02.leaderelection.Quorum;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.QuorumInfo.ReplicaState;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.PreferredLeaderNotAvailableException;

/** Asks the Admin client, again and again where something is about to change: metadata is not pushed to clients. */
public final class FailoverObserverSolution implements FailoverObserver {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration ASK_ANOTHER_AFTER = Duration.ofSeconds(2);

    // region: holders
    @Override
    public List<PartitionState> holders(String bootstrapServers, String topic) {
        try (Admin admin = connect(bootstrapServers)) {
            return describe(admin, topic);
        }
    }

    private static List<PartitionState> describe(Admin admin, String topic) {
        return answer(admin.describeTopics(List.of(topic)).topicNameValues().get(topic)).partitions().stream()
                .map(FailoverObserverSolution::state)
                .toList();
    }

    private static PartitionState state(TopicPartitionInfo info) {
        boolean led = info.leader() != null && !info.leader().isEmpty();
        return new PartitionState(
                info.partition(),
                led ? OptionalInt.of(info.leader().id()) : OptionalInt.empty(),
                info.replicas().stream().map(Node::id).toList(),
                ids(info.isr()),
                info.elr() == null ? Set.of() : ids(info.elr())); // null: the brokers are older than 4.0
    }

    private static Set<Integer> ids(Collection<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toSet());
    }
    // endregion

    // region: drill
    @Override
    public Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit) {
        try (Admin admin = connect(bootstrapServers)) {
            int former = describe(admin, partition)
                    .leader()
                    .orElseThrow(() -> new IllegalStateException(partition + " has no leader that could fail"));
            fault.run();
            long begun = System.nanoTime();
            while (true) {
                OptionalInt leader = describe(admin, partition).leader();
                Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
                if (leader.isPresent() && leader.getAsInt() != former) {
                    return new Failover(former, leader.getAsInt(), elapsed);
                }
                if (elapsed.compareTo(limit) > 0) {
                    throw new IllegalStateException("After " + elapsed.toSeconds() + " s nobody but broker " + former
                            + " has taken the lead of " + partition);
                }
                pause();
            }
        }
    }

    private static PartitionState describe(Admin admin, TopicPartition partition) {
        return describe(admin, partition.topic()).get(partition.partition());
    }
    // endregion

    // region: watch
    @Override
    public void watchInSync(
            String bootstrapServers, TopicPartition partition, Consumer<Set<Integer>> changes, BooleanSupplier enough) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<Integer> known = null;
            while (!enough.getAsBoolean()) {
                Set<Integer> inSync = describe(admin, partition).inSync();
                if (!inSync.equals(known)) {
                    changes.accept(inSync);
                    known = inSync;
                }
                pause();
            }
        }
    }
    // endregion

    // region: preferred
    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<TopicPartition> partitions = describe(admin, topic).stream()
                    .map(state -> new TopicPartition(topic, state.partition()))
                    .collect(Collectors.toSet());
            Set<TopicPartition> unable = new HashSet<>();
            // Not all(): it would fail as a whole if one partition's election did, or was not needed.
            answer(admin.electLeaders(ElectionType.PREFERRED, partitions).partitions())
                    .forEach((partition, failure) -> {
                        if (failure.isPresent() && !isHarmless(failure.get())) {
                            unable.add(partition);
                        }
                    });
            return unable;
        }
    }

    /** Whether it only says that the preferred replica leads already; tells one that cannot from everything else. */
    private static boolean isHarmless(Throwable failure) {
        if (failure instanceof ElectionNotNeededException) {
            return true;
        }
        if (failure instanceof PreferredLeaderNotAvailableException) {
            return false;
        }
        throw new KafkaException("The election failed: " + failure.getMessage(), failure);
    }
    // endregion

    // region: quorum
    @Override
    public Quorum quorum(String bootstrapServers) {
        try (Admin admin = connect(bootstrapServers)) {
            QuorumInfo quorum = answer(admin.describeMetadataQuorum().quorumInfo());
            long end = quorum.voters().stream()
                    .filter(voter -> voter.replicaId() == quorum.leaderId())
                    .mapToLong(ReplicaState::logEndOffset)
                    .findFirst()
                    .orElseThrow();
            return new Quorum(quorum.leaderId(), lag(quorum.voters(), end), lag(quorum.observers(), end));
        }
    }

    private static Map<Integer, Long> lag(List<ReplicaState> nodes, long end) {
        return nodes.stream().collect(Collectors.toMap(ReplicaState::replicaId, node -> end - node.logEndOffset()));
    }
    // endregion

    private static Admin connect(String bootstrapServers) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // A broker that hangs is given up after this, and the next one asked; the default is half a minute.
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ASK_ANOTHER_AFTER.toMillis()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
