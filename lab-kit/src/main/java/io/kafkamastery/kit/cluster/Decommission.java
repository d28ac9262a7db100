package io.kafkamastery.kit.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Takes brokers out of a cluster for good, so that those that stay have everything: first their replicas move, then
 * their processes end (which is the caller's part), then the cluster forgets them.
 */
public final class Decommission {

    private final Admin admin;
    private final Set<Integer> leaving;
    private final List<Integer> staying;

    public Decommission(Admin admin, Set<Integer> leaving, List<Integer> staying) {
        this.admin = admin;
        this.leaving = Set.copyOf(leaving);
        this.staying = List.copyOf(staying);
    }

    /**
     * Moves every replica that the leaving brokers hold to one that stays; all must be up.
     *
     * @throws ClusterException if that takes longer than the limit
     */
    public void moveReplicas(Duration limit) {
        Map<TopicPartition, Optional<NewPartitionReassignment>> moves = new HashMap<>();
        for (TopicDescription topic : topics()) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                if (partition.replicas().stream().anyMatch(replica -> leaving.contains(replica.id()))) {
                    moves.put(
                            new TopicPartition(topic.name(), partition.partition()),
                            Optional.of(new NewPartitionReassignment(replicasOf(partition))));
                }
            }
        }
        if (!moves.isEmpty()) {
            admin.alterPartitionReassignments(moves).values().values().forEach(this::getUnlessDeleted);
            Readiness.awaitHealthyPartitions(admin, limit);
        }
    }

    /** Ends the registrations of the brokers, whose processes have ended: they may be added again as if for the first time. */
    public void forget() {
        for (int id : leaving) {
            try {
                admin.unregisterBroker(id).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                    throw failed(e.getCause());
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private Collection<TopicDescription> topics() {
        try {
            Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(names).topicNameValues().values().stream()
                    .flatMap(topic -> getUnlessDeleted(topic).stream())
                    .toList();
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** As many as before as far as there are brokers for them; those first that need not be copied. */
    private List<Integer> replicasOf(TopicPartitionInfo partition) {
        List<Integer> present = partition.replicas().stream()
                .map(Node::id)
                .filter(staying::contains)
                .toList();
        Stream<Integer> others = staying.stream().filter(id -> !present.contains(id));
        return Stream.concat(present.stream(), others)
                .limit(partition.replicas().size())
                .toList();
    }

    private <T> Optional<T> getUnlessDeleted(KafkaFuture<T> future) {
        try {
            return Optional.ofNullable(future.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private ClusterException failed(Throwable cause) {
        return new ClusterException(
                "The brokers " + leaving + " could not be taken out of the cluster: " + cause.getMessage(), cause);
    }

    private static ClusterException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClusterException("Interrupted while taking brokers out of the cluster", e);
    }
}
