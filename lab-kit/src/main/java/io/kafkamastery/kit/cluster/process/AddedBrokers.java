package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.Readiness;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Takes brokers away that a test has added, so that the next test finds the cluster it asked for. */
final class AddedBrokers {

    private static final Duration MOVE_LIMIT = Duration.ofSeconds(30);

    private AddedBrokers() {}

    /** Moves what the added brokers hold to the original ones, then ends and unregisters them. */
    static void takeAway(Admin admin, List<ProcessBroker> brokers, int originals) {
        if (brokers.size() == originals) {
            return;
        }
        List<ProcessBroker> added = brokers.subList(originals, brokers.size());
        Set<Integer> ids = added.stream().map(Broker::id).collect(Collectors.toSet());
        try {
            moveAway(admin, ids, originals);
            for (ProcessBroker broker : added) {
                broker.node().kill();
                admin.unregisterBroker(broker.id()).all().get();
            }
        } catch (ExecutionException e) {
            throw new ClusterException(
                    "The added brokers " + ids + " could not be taken away: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while taking brokers away", e);
        }
        added.clear();
    }

    private static void moveAway(Admin admin, Set<Integer> added, int originals)
            throws ExecutionException, InterruptedException {
        Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        Collection<TopicDescription> topics = names.isEmpty()
                ? List.of()
                : admin.describeTopics(names).allTopicNames().get().values();
        Map<TopicPartition, Optional<NewPartitionReassignment>> moves = new HashMap<>();
        for (TopicDescription topic : topics) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                if (partition.replicas().stream().anyMatch(replica -> added.contains(replica.id()))) {
                    moves.put(
                            new TopicPartition(topic.name(), partition.partition()),
                            Optional.of(new NewPartitionReassignment(replicas(partition, originals))));
                }
            }
        }
        if (!moves.isEmpty()) {
            admin.alterPartitionReassignments(moves).all().get();
            Readiness.awaitHealthyPartitions(admin, MOVE_LIMIT);
        }
    }

    /** As many replicas as before, on the original brokers, those first that hold one already. */
    private static List<Integer> replicas(TopicPartitionInfo partition, int originals) {
        List<Integer> present = partition.replicas().stream()
                .map(Node::id)
                .filter(id -> id <= originals)
                .toList();
        List<Integer> others = IntStream.rangeClosed(1, originals)
                .boxed()
                .filter(id -> !present.contains(id))
                .toList();
        return java.util.stream.Stream.concat(present.stream(), others.stream())
                .limit(Math.min(partition.replicas().size(), originals))
                .toList();
    }
}
