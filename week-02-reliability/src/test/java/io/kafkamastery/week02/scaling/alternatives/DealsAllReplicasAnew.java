package io.kafkamastery.week02.scaling.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.scaling.ClusterGrower;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.NoReassignmentInProgressException;
import org.apache.kafka.common.errors.TimeoutException;

/** Deals out replicas like cards, whoever has them now. */
@Alternative(
        "a new deal for every partition; one throttle for all brokers and all replicas; answers looked at one by one")
final class DealsAllReplicasAnew implements ClusterGrower {

    private static final ConfigResource EVERY_BROKER = new ConfigResource(ConfigResource.Type.BROKER, "");

    private interface Work<T> {
        T with(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static <T> T connected(String bootstrapServers, Work<T> work) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(properties)) {
            return work.with(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        return connected(bootstrapServers, admin -> {
            List<Integer> brokers = new ArrayList<>(brokers(admin));
            Map<TopicPartition, List<Integer>> targets = new LinkedHashMap<>();
            int dealt = 0;
            for (TopicDescription topic :
                    admin.describeTopics(topics).allTopicNames().get().values()) {
                for (TopicPartitionInfo partition : topic.partitions()) {
                    List<Integer> hand = new ArrayList<>();
                    for (int i = 0; i < partition.replicas().size(); i++) {
                        hand.add(brokers.get(dealt++ % brokers.size()));
                    }
                    targets.put(new TopicPartition(topic.name(), partition.partition()), hand);
                }
            }
            return move(admin, targets, bytesPerSecond);
        });
    }

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        return connected(bootstrapServers, admin -> {
            Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            Map<TopicPartition, List<Integer>> targets = new LinkedHashMap<>();
            for (TopicDescription topic :
                    admin.describeTopics(topics).allTopicNames().get().values()) {
                for (TopicPartitionInfo partition : topic.partitions()) {
                    List<Integer> ids =
                            partition.replicas().stream().map(Node::id).toList();
                    if (ids.contains(broker)) {
                        Stream<Integer> stay = ids.stream().filter(id -> id != broker);
                        Stream<Integer> others =
                                brokers(admin).stream().filter(id -> id != broker && !ids.contains(id));
                        targets.put(
                                new TopicPartition(topic.name(), partition.partition()),
                                Stream.concat(stay, others).limit(ids.size()).toList());
                    }
                }
            }
            return move(admin, targets, bytesPerSecond);
        });
    }

    private static Set<Integer> brokers(Admin admin) throws ExecutionException, InterruptedException {
        Set<Integer> ids = new TreeSet<>();
        admin.describeCluster().nodes().get().forEach(node -> ids.add(node.id()));
        return ids;
    }

    private static Move move(Admin admin, Map<TopicPartition, List<Integer>> targets, long bytesPerSecond)
            throws ExecutionException, InterruptedException {
        throttle(admin, targets.keySet(), Optional.of(bytesPerSecond)).get();
        reassign(admin, targets).get();
        return new Move(targets);
    }

    private static KafkaFuture<Void> reassign(Admin admin, Map<TopicPartition, List<Integer>> targets) {
        Map<TopicPartition, Optional<NewPartitionReassignment>> reassignments = new HashMap<>();
        targets.forEach(
                (partition, target) -> reassignments.put(partition, Optional.of(new NewPartitionReassignment(target))));
        return admin.alterPartitionReassignments(reassignments).all();
    }

    private static KafkaFuture<Void> throttle(
            Admin admin, Collection<TopicPartition> partitions, Optional<Long> bytesPerSecond) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        changes.put(EVERY_BROKER, both("rate", bytesPerSecond.map(String::valueOf)));
        partitions.forEach(partition -> changes.put(
                new ConfigResource(ConfigResource.Type.TOPIC, partition.topic()),
                both("replicas", bytesPerSecond.map(any -> "*"))));
        return admin.incrementalAlterConfigs(changes).all();
    }

    private static List<AlterConfigOp> both(String what, Optional<String> value) {
        AlterConfigOp.OpType type = value.isPresent() ? AlterConfigOp.OpType.SET : AlterConfigOp.OpType.DELETE;
        return Stream.of("leader", "follower")
                .map(side -> side + ".replication.throttled." + what)
                .map(name -> new AlterConfigOp(new ConfigEntry(name, value.orElse("")), type))
                .toList();
    }

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        connected(bootstrapServers, admin -> {
            Instant end = Instant.now().plus(timeout);
            while (!admin.listPartitionReassignments(move.replicas().keySet())
                    .reassignments()
                    .get()
                    .isEmpty()) {
                if (Instant.now().isAfter(end)) {
                    throw new TimeoutException("not done after " + timeout);
                }
                Thread.sleep(20);
            }
            admin.electLeaders(ElectionType.PREFERRED, null).partitions().get(); // wherever that is needed
            return throttle(admin, move.replicas().keySet(), Optional.empty()).get();
        });
    }

    @Override
    public void cancel(String bootstrapServers, Move move) {
        connected(bootstrapServers, admin -> {
            Map<TopicPartition, Optional<NewPartitionReassignment>> none = new HashMap<>();
            move.replicas().keySet().forEach(partition -> none.put(partition, Optional.empty()));
            for (KafkaFuture<Void> answer :
                    admin.alterPartitionReassignments(none).values().values()) {
                try {
                    answer.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof NoReassignmentInProgressException)) {
                        throw e;
                    }
                }
            }
            return throttle(admin, move.replicas().keySet(), Optional.empty()).get();
        });
    }
}
