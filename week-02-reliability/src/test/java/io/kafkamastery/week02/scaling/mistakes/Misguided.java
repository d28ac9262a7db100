package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.week02.scaling.ClusterGrower;
import io.kafkamastery.week02.scaling.Move;
import io.kafkamastery.week02.scaling.solution.ClusterGrowerSolution;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements ClusterGrower {

    final ClusterGrower solution = new ClusterGrowerSolution();

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        return solution.startSpreading(bootstrapServers, topics, bytesPerSecond);
    }

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        return solution.startDraining(bootstrapServers, broker, bytesPerSecond);
    }

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        solution.finish(bootstrapServers, move, timeout);
    }

    @Override
    public void cancel(String bootstrapServers, Move move) {
        solution.cancel(bootstrapServers, move);
    }

    static Admin connect(String bootstrapServers) {
        return Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new KafkaException(e);
        }
    }

    /** The replicas of each partition, sorted by topic and partition. */
    static SortedMap<TopicPartition, List<Integer>> replicas(Admin admin, Collection<String> topics) {
        SortedMap<TopicPartition, List<Integer>> replicas =
                new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        get(admin.describeTopics(topics).allTopicNames())
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(info -> replicas.put(
                                new TopicPartition(topic, info.partition()),
                                info.replicas().stream().map(Node::id).toList())));
        return replicas;
    }

    static List<Integer> brokers(Admin admin) {
        return get(admin.describeCluster().nodes()).stream()
                .map(Node::id)
                .sorted()
                .toList();
    }

    /** A broker that holds none of these partitions. */
    static int newcomer(Admin admin, Map<TopicPartition, List<Integer>> replicas) {
        return brokers(admin).stream()
                .filter(id -> replicas.values().stream().noneMatch(ids -> ids.contains(id)))
                .findFirst()
                .orElseThrow();
    }

    static Move reassign(Admin admin, Map<TopicPartition, List<Integer>> targets) {
        Map<TopicPartition, Optional<NewPartitionReassignment>> reassignments = new HashMap<>();
        targets.forEach(
                (partition, target) -> reassignments.put(partition, Optional.of(new NewPartitionReassignment(target))));
        get(admin.alterPartitionReassignments(reassignments).all());
        return new Move(targets);
    }

    static Set<TopicPartition> moving(Admin admin) {
        return get(admin.listPartitionReassignments().reassignments()).keySet();
    }

    static void awaitNothingMoving(Admin admin) {
        while (!moving(admin).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    /** For every broker, and for all replicas of these topics. */
    static void throttle(Admin admin, Set<String> topics, long bytesPerSecond) {
        setOnBrokers(admin, bytesPerSecond, "leader.replication.throttled.rate", "follower.replication.throttled.rate");
        setOnTopics(admin, topics, "leader.replication.throttled.replicas", "*");
        setOnTopics(admin, topics, "follower.replication.throttled.replicas", "*");
    }

    static void setOnBrokers(Admin admin, long bytesPerSecond, String... rates) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (int id : brokers(admin)) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(id)),
                    Stream.of(rates)
                            .map(rate -> set(rate, String.valueOf(bytesPerSecond)))
                            .toList());
        }
        get(admin.incrementalAlterConfigs(changes).all());
    }

    static void setOnTopics(Admin admin, Set<String> topics, String setting, String value) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        topics.forEach(topic ->
                changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(set(setting, value))));
        get(admin.incrementalAlterConfigs(changes).all());
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    static Set<String> topicsOf(Move move) {
        return move.replicas().keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }
}
