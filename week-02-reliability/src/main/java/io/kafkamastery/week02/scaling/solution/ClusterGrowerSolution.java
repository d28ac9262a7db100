package io.kafkamastery.week02.scaling.solution;

import io.kafkamastery.week02.scaling.ClusterGrower;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.NoReassignmentInProgressException;
import org.apache.kafka.common.errors.TimeoutException;

/** Plans with {@link SpreadPlan}, sets a {@link Throttle}, and leaves the copying to the brokers. */
public final class ClusterGrowerSolution implements ClusterGrower {

    private static final long POLL_MILLIS = 100;

    // region: start
    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> current = replicas(admin, topics);
            return start(admin, current, SpreadPlan.spread(current, brokers(admin)), bytesPerSecond);
        }
    }

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<String> topics = Answers.of(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
            Map<TopicPartition, List<Integer>> current = replicas(admin, topics);
            List<Integer> staying =
                    brokers(admin).stream().filter(id -> id != broker).toList();
            return start(admin, current, SpreadPlan.drain(current, broker, staying), bytesPerSecond);
        }
    }

    private static Move start(
            Admin admin,
            Map<TopicPartition, List<Integer>> current,
            Map<TopicPartition, List<Integer>> planned,
            long bytesPerSecond) {
        Map<TopicPartition, List<Integer>> changes = new HashMap<>(planned);
        changes.entrySet().removeIf(target -> target.getValue().equals(current.get(target.getKey())));
        if (!changes.isEmpty()) {
            new Throttle(admin).set(current, changes, bytesPerSecond); // before the first byte is copied
            Map<TopicPartition, Optional<NewPartitionReassignment>> reassignments = new HashMap<>();
            changes.forEach((partition, target) ->
                    reassignments.put(partition, Optional.of(new NewPartitionReassignment(target))));
            Answers.of(admin.alterPartitionReassignments(reassignments).all());
        }
        return new Move(changes);
    }
    // endregion

    // region: finish
    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            long deadline = System.nanoTime() + timeout.toNanos();
            Set<TopicPartition> moving = stillMoving(admin, move);
            while (!moving.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("After " + timeout + " these are still being moved: " + moving);
                }
                pause();
                moving = stillMoving(admin, move);
            }
            removeThrottle(admin, move);
            electPreferredLeaders(admin, move);
        }
    }

    private static void electPreferredLeaders(Admin admin, Move move) {
        if (move.replicas().isEmpty()) {
            return;
        }
        Answers.of(admin.electLeaders(ElectionType.PREFERRED, move.replicas().keySet())
                        .partitions())
                .forEach((partition, problem) -> problem.filter(
                                e -> !(e instanceof ElectionNotNeededException)) // it leads already
                        .ifPresent(e -> {
                            throw new KafkaException("The preferred leader of " + partition + " does not lead", e);
                        }));
    }
    // endregion

    // region: cancel
    @Override
    public void cancel(String bootstrapServers, Move move) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, Optional<NewPartitionReassignment>> cancellations = new HashMap<>();
            stillMoving(admin, move).forEach(partition -> cancellations.put(partition, Optional.empty()));
            admin.alterPartitionReassignments(cancellations).values().values().forEach(this::awaitCancelled);
            removeThrottle(admin, move);
        }
    }

    private void awaitCancelled(KafkaFuture<Void> cancellation) {
        try {
            Answers.of(cancellation);
        } catch (NoReassignmentInProgressException arrivedMeanwhile) {
            // Then there is nothing left to cancel.
        }
    }
    // endregion

    private static Set<TopicPartition> stillMoving(Admin admin, Move move) {
        return Answers.of(admin.listPartitionReassignments().reassignments()).keySet().stream()
                .filter(move.replicas()::containsKey)
                .collect(Collectors.toSet());
    }

    private static void removeThrottle(Admin admin, Move move) {
        Set<String> topics =
                move.replicas().keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        new Throttle(admin).remove(topics, brokers(admin));
    }

    private static List<Integer> brokers(Admin admin) {
        return Answers.of(admin.describeCluster().nodes()).stream()
                .map(Node::id)
                .toList();
    }

    private static Map<TopicPartition, List<Integer>> replicas(Admin admin, Collection<String> topics) {
        Map<TopicPartition, List<Integer>> replicas = new HashMap<>();
        for (TopicDescription topic :
                Answers.of(admin.describeTopics(topics).allTopicNames()).values()) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                replicas.put(
                        new TopicPartition(topic.name(), partition.partition()),
                        partition.replicas().stream().map(Node::id).toList());
            }
        }
        return replicas;
    }

    private static Admin connect(String bootstrapServers) {
        return Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
