package io.kafkamastery.week02.scaling.alternatives;

import static java.util.Comparator.comparingLong;
import static org.apache.kafka.clients.admin.AlterConfigOp.OpType.DELETE;
import static org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.scaling.ClusterGrower;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.NoReassignmentInProgressException;
import org.apache.kafka.common.errors.TimeoutException;

/** Gives each partition to whoever has least so far, in one request a partition; sees in the topics when it is over. */
@Alternative("plans from scratch, least loaded first; one request for each partition and setting; waits for the ISR")
final class WatchesTheMetadata implements ClusterGrower {

    private static final List<String> SIDES = List.of("leader", "follower");

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = admin(bootstrapServers)) {
            List<Integer> brokers = brokers(admin);
            List<Integer> holding = new ArrayList<>();
            List<Integer> leading = new ArrayList<>();
            Map<TopicPartition, List<Integer>> plan = new TreeMap<>(WatchesTheMetadata::compare);
            partitions(admin, topics, (partition, info) -> plan.put(partition, ids(info.replicas())));
            plan.replaceAll((partition, now) -> {
                List<Integer> target = new ArrayList<>(brokers.stream()
                        .sorted(comparingLong((Integer id) -> Collections.frequency(holding, id))
                                .thenComparing(id -> now.contains(id) ? 0 : 1))
                        .limit(now.size())
                        .toList());
                target.sort(comparingLong(id -> Collections.frequency(leading, id)));
                holding.addAll(target);
                leading.add(target.get(0));
                return target;
            });
            return begin(admin, plan, bytesPerSecond);
        }
    }

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        try (Admin admin = admin(bootstrapServers)) {
            List<Integer> brokers = brokers(admin);
            Map<TopicPartition, List<Integer>> plan = new TreeMap<>(WatchesTheMetadata::compare);
            Set<String> topics = get(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
            partitions(admin, topics, (partition, info) -> {
                List<Integer> ids = new ArrayList<>(ids(info.replicas()));
                int at = ids.indexOf(broker);
                if (at >= 0) {
                    ids.set(
                            at,
                            brokers.stream()
                                    .filter(id -> !ids.contains(id))
                                    .findAny()
                                    .orElseThrow());
                    plan.put(partition, ids);
                }
            });
            return begin(admin, plan, bytesPerSecond);
        }
    }

    private static Move begin(Admin admin, Map<TopicPartition, List<Integer>> plan, long bytesPerSecond) {
        for (int id : brokers(admin)) {
            SIDES.forEach(side -> alter(
                    admin,
                    ConfigResource.Type.BROKER,
                    String.valueOf(id),
                    side + ".replication.throttled.rate",
                    Optional.of(String.valueOf(bytesPerSecond))));
        }
        plan.keySet().stream()
                .map(TopicPartition::topic)
                .distinct()
                .forEach(topic -> SIDES.forEach(side -> alter(
                        admin,
                        ConfigResource.Type.TOPIC,
                        topic,
                        side + ".replication.throttled.replicas",
                        Optional.of("*"))));
        plan.forEach((partition, ids) ->
                get(admin.alterPartitionReassignments(Map.of(partition, Optional.of(new NewPartitionReassignment(ids))))
                        .all()));
        return new Move(plan);
    }

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        try (Admin admin = admin(bootstrapServers)) {
            long end = System.currentTimeMillis() + timeout.toMillis();
            for (Map.Entry<TopicPartition, List<Integer>> one : move.replicas().entrySet()) {
                while (!hasArrived(admin, one.getKey(), one.getValue())) {
                    if (System.currentTimeMillis() > end) {
                        throw new IllegalStateException(new TimeoutException(one.getKey() + " is still on its way"));
                    }
                }
                get(admin.electLeaders(ElectionType.PREFERRED, Set.of(one.getKey()))
                        .partitions());
            }
            unthrottle(admin, move);
        }
    }

    private static boolean hasArrived(Admin admin, TopicPartition partition, List<Integer> target) {
        TopicPartitionInfo info = get(admin.describeTopics(List.of(partition.topic()))
                        .topicNameValues()
                        .get(partition.topic()))
                .partitions()
                .get(partition.partition());
        return ids(info.replicas()).equals(target) && info.isr().size() == target.size();
    }

    @Override
    public void cancel(String bootstrapServers, Move move) {
        try (Admin admin = admin(bootstrapServers)) {
            for (TopicPartition partition : move.replicas().keySet()) {
                try {
                    get(admin.alterPartitionReassignments(Map.of(partition, Optional.empty()))
                            .all());
                } catch (NoReassignmentInProgressException hasArrived) {
                    // It stays where it is.
                }
            }
            unthrottle(admin, move);
        }
    }

    private static void unthrottle(Admin admin, Move move) {
        move.replicas().keySet().stream()
                .map(TopicPartition::topic)
                .distinct()
                .forEach(topic -> SIDES.forEach(side -> alter(
                        admin,
                        ConfigResource.Type.TOPIC,
                        topic,
                        side + ".replication.throttled.replicas",
                        Optional.empty())));
        brokers(admin)
                .forEach(id -> SIDES.forEach(side -> alter(
                        admin,
                        ConfigResource.Type.BROKER,
                        String.valueOf(id),
                        side + ".replication.throttled.rate",
                        Optional.empty())));
    }

    private static void alter(
            Admin admin, ConfigResource.Type type, String name, String setting, Optional<String> value) {
        AlterConfigOp change =
                new AlterConfigOp(new ConfigEntry(setting, value.orElse(null)), value.isPresent() ? SET : DELETE);
        get(admin.incrementalAlterConfigs(Map.of(new ConfigResource(type, name), List.of(change)))
                .all());
    }

    private static void partitions(
            Admin admin, Set<String> topics, BiConsumer<TopicPartition, TopicPartitionInfo> consumer) {
        get(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(info -> consumer.accept(new TopicPartition(name, info.partition()), info)));
    }

    private static int compare(TopicPartition one, TopicPartition other) {
        return one.toString().compareTo(other.toString());
    }

    private static List<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    private static List<Integer> brokers(Admin admin) {
        return ids(List.copyOf(get(admin.describeCluster().nodes())));
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers, "client.id", "grower"));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
