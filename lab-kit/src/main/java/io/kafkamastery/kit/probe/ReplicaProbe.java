package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Shows who holds a partition: its leader, its replicas, which of them are in sync, and which are eligible to lead (ELR,
 * KIP-966). Any live broker answers, from metadata that may be a moment old: what has just been changed is to be awaited.
 */
public final class ReplicaProbe {

    /**
     * Who holds a partition at one moment.
     *
     * @param leader the broker that leads it; empty while it is offline
     * @param replicas all that should hold it, the preferred leader first
     * @param inSync those in the in-sync replica set (ISR)
     * @param eligible those outside the ISR that are eligible to lead because they miss nothing below the high watermark
     */
    public record Holders(OptionalInt leader, List<Integer> replicas, Set<Integer> inSync, Set<Integer> eligible) {

        private static Holders of(TopicPartitionInfo info) {
            boolean led = info.leader() != null && !info.leader().isEmpty();
            return new Holders(
                    led ? OptionalInt.of(info.leader().id()) : OptionalInt.empty(),
                    info.replicas().stream().map(Node::id).toList(),
                    ids(info.isr()),
                    ids(info.elr()));
        }

        private static Set<Integer> ids(Collection<Node> nodes) {
            return nodes == null ? Set.of() : nodes.stream().map(Node::id).collect(Collectors.toUnmodifiableSet());
        }

        /** The replicas other than the leader, in their order. */
        public List<Integer> followers() {
            return replicas.stream()
                    .filter(id -> !leader.equals(OptionalInt.of(id)))
                    .toList();
        }

        @Override
        public String toString() {
            return (leader.isPresent() ? "led by " + leader.getAsInt() : "without a leader") + ", replicas " + replicas
                    + ", in sync " + inSync + ", eligible " + eligible;
        }
    }

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(5);

    private final KafkaCluster kafka;
    private final TopicPartition partition;

    private ReplicaProbe(KafkaCluster kafka, TopicPartition partition) {
        this.kafka = kafka;
        this.partition = partition;
    }

    public static ReplicaProbe of(KafkaCluster kafka, TopicPartition partition) {
        return new ReplicaProbe(kafka, partition);
    }

    /** Who holds the partition now. */
    public Holders holders() {
        TopicDescription topic = described().orElseGet(this::awaitDescribed);
        return topic.partitions().stream()
                .filter(info -> info.partition() == partition.partition())
                .map(Holders::of)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no partition " + partition));
    }

    /** Nothing if the broker that is asked does not know the topic; any broker may be. */
    private Optional<TopicDescription> described() {
        return Answers.unless(
                UnknownTopicOrPartitionException.class,
                kafka.admin()
                        .describeTopics(List.of(partition.topic()))
                        .topicNameValues()
                        .get(partition.topic()),
                "who holds " + partition);
    }

    /** A topic that is new, to a broker that is a moment behind. */
    private TopicDescription awaitDescribed() {
        AtomicReference<TopicDescription> seen = new AtomicReference<>();
        Await.within(KNOWN_WITHIN)
                .until(
                        "the brokers to know " + partition,
                        () -> {
                            described().ifPresent(seen::set);
                            return seen.get() != null;
                        },
                        () -> "they do not");
        return seen.get();
    }

    /**
     * The id of the broker that leads it now.
     *
     * @throws AssertionError if nobody does
     */
    public int leader() {
        Holders now = holders();
        return now.leader().orElseThrow(() -> new AssertionError(partition + " has no leader: it is " + now));
    }

    /** Waits until another broker leads than this one. */
    public Holders awaitLeaderOtherThan(int former, Duration limit, Background... failFast) {
        return await(
                "another broker than " + former + " to lead " + partition,
                now -> now.leader().isPresent() && now.leader().getAsInt() != former,
                limit,
                failFast);
    }

    /** Waits until this broker leads. */
    public Holders awaitLeader(int id, Duration limit, Background... failFast) {
        return await(
                "broker " + id + " to lead " + partition,
                now -> now.leader().equals(OptionalInt.of(id)),
                limit,
                failFast);
    }

    /** Waits until nobody leads. */
    public Holders awaitOffline(Duration limit, Background... failFast) {
        return await(partition + " to be offline", now -> now.leader().isEmpty(), limit, failFast);
    }

    /** Waits until exactly these brokers are in sync. */
    public Holders awaitInSync(Set<Integer> ids, Duration limit, Background... failFast) {
        return await(
                "the in-sync replicas of " + partition + " to be " + ids,
                now -> now.inSync().equals(ids),
                limit,
                failFast);
    }

    /** Waits until a leader is there and every replica in sync. */
    public Holders awaitAllInSync(Duration limit, Background... failFast) {
        return await(
                "every replica of " + partition + " to be in sync",
                now -> now.leader().isPresent()
                        && now.inSync().size() == now.replicas().size(),
                limit,
                failFast);
    }

    /**
     * Waits until the holders are as described.
     *
     * @param expected as in "broker 2 to lead orders-0"
     * @param failFast code without which it will not come true
     * @return who holds it then
     * @throws AssertionError if they are not when the time is over, naming those there are
     */
    public Holders await(String expected, Predicate<Holders> condition, Duration limit, Background... failFast) {
        AtomicReference<Holders> seen = new AtomicReference<>();
        Await.within(limit)
                .until(
                        expected,
                        () -> {
                            seen.set(holders());
                            return condition.test(seen.get());
                        },
                        () -> "it is " + seen,
                        failFast);
        return seen.get();
    }
}
