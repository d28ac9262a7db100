package io.kafkamastery.week02.leaderelection;

import static io.kafkamastery.kit.cluster.Capability.KILL;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.Hearsay;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.TopicPartition;

/** Takes brokers away and back, and compares what the observer says with what the kit sees. */
@Lab(id = "2.1", title = "Leader election")
@Brokers(3)
class FailoverObserverLabTest {

    private static final Duration SETTLED = ofSeconds(20);
    private static final Duration ELECTED = ofSeconds(40);
    /** Within which the contract wants to hear of what has happened. */
    private static final Duration HEARD = ofSeconds(3);

    @Criterion(
            id = "a",
            value =
                    "Names the leader, the replicas, the in-sync and the eligible replicas of every partition, also of one"
                            + " that nobody leads")
    @Requires(KILL)
    void namesTheHolders(
            FailoverObserver lab,
            KafkaCluster kafka,
            @TopicConfig(
                            placement = {"1,2,3", "2,3,1", "3,1,2"},
                            settings = "min.insync.replicas=3")
                    Topic orders,
            @TopicConfig(placement = {"1", "3"}) Topic tips,
            @TopicConfig(placement = "1,3") Topic news) {
        failUnlessNamed(lab, kafka, orders, "while all brokers are up");

        kafka.brokers().get(2).stop();
        ReplicaProbe.of(kafka, tips.partition(1)).awaitOffline(SETTLED);
        for (TopicPartition partition : orders.allPartitions()) {
            ReplicaProbe.of(kafka, partition)
                    .await(
                            "one replica of " + partition + " to be eligible, but not in sync",
                            holders -> holders.eligible().size() == 1
                                    && holders.inSync().size() == 2,
                            SETTLED);
        }
        ReplicaProbe.of(kafka, news.partition(0))
                .awaitInSync(Set.of(kafka.brokers().get(0).id()), SETTLED); // and the other one is not eligible
        String when = "after broker " + kafka.brokers().get(2).id() + " was shut down";
        failUnlessNamed(lab, kafka, orders, when);
        failUnlessNamed(lab, kafka, tips, when);
        failUnlessNamed(lab, kafka, news, when);
    }

    /** The lab may ask another broker than the kit: each has heard of everything by then. */
    private static void failUnlessNamed(FailoverObserver lab, KafkaCluster kafka, Topic topic, String when) {
        Hearsay.awaitAllKnown(kafka);
        List<PartitionState> expected = topic.allPartitions().stream()
                .map(partition -> state(kafka, partition))
                .toList();
        List<PartitionState> named =
                calling("holders() " + when, () -> lab.holders(kafka.bootstrapServers(), topic.name()));
        if (!expected.equals(named)) {
            throw new AssertionError("holders(" + topic + ") should tell what the brokers say " + when + ", but "
                    + difference(expected, named));
        }
    }

    private static PartitionState state(KafkaCluster kafka, TopicPartition partition) {
        ReplicaProbe.Holders holders = ReplicaProbe.of(kafka, partition).holders();
        return new PartitionState(
                partition.partition(), holders.leader(), holders.replicas(), holders.inSync(), holders.eligible());
    }

    private static String difference(List<PartitionState> expected, List<PartitionState> named) {
        if (named == null || named.size() != expected.size()) {
            return "there are " + expected.size() + " partitions, and it returned " + named;
        }
        return Stream.iterate(0, i -> i + 1)
                .limit(expected.size())
                .filter(i -> !expected.get(i).equals(named.get(i)))
                .findFirst()
                .map(i -> "it returned " + named.get(i) + ", where the brokers say " + expected.get(i))
                .orElseThrow();
    }

    @Criterion(
            id = "b",
            value = "Reports who took over after the leader was killed, and how long that took",
            seconds = 90)
    @Requires(KILL)
    void reportsTheFailover(
            Supplier<FailoverObserver> lab,
            KafkaCluster kafka,
            @TopicConfig(placement = {"1,2,3", "2,3,1", "3,1,2"}) Topic orders,
            @TopicConfig(placement = "2") Topic tips) {
        TopicPartition partition = orders.partition(0);
        // The replica that is next in the list goes first: who is next need not be in sync, and a fault takes its time.
        Runnable first = () -> {
            FailoverDrill.failUnlessGivenUp(lab.get(), kafka, tips.partition(0));
            ReplicaProbe.of(kafka, partition)
                    .await(
                            "the broker that was shut down to leave the in-sync replicas of " + partition,
                            holders -> holders.inSync().size() == 2,
                            SETTLED);
        };
        FailoverDrill.play(lab.get(), kafka, partition, first, ELECTED).failUnlessReported();
    }

    @Criterion(id = "c", value = "Sees the in-sync replicas shrink when a broker goes, and grow when it is back")
    @Requires(KILL)
    void watchesTheInSyncReplicas(
            FailoverObserver lab,
            KafkaCluster kafka,
            @TopicConfig(placement = {"1,2,3", "2,3,1", "3,1,2"}) Topic orders) {
        ReplicaProbe partition = ReplicaProbe.of(kafka, orders.partition(0));
        Set<Integer> all = Set.copyOf(partition.holders().replicas());
        Broker follower = kafka.brokers().get(2);
        Set<Integer> others = all.stream().filter(id -> id != follower.id()).collect(Collectors.toSet());
        AtomicBoolean enough = new AtomicBoolean();
        InSyncDiary diary = new InSyncDiary(Set.of(all, others));

        try (Background watch = Background.start(
                "watchInSync()",
                () -> lab.watchInSync(kafka.bootstrapServers(), orders.partition(0), diary, enough::get))) {
            diary.awaitLast(all, "at first", HEARD, watch);
            follower.stop();
            partition.awaitInSync(others, SETTLED, watch);
            diary.awaitLast(others, "after broker " + follower.id() + " was shut down", HEARD, watch);
            follower.start();
            partition.awaitAllInSync(SETTLED, watch);
            diary.awaitLast(all, "after broker " + follower.id() + " has caught up again", HEARD, watch);
            enough.set(true);
            watch.awaitNormalEnd(HEARD, "watchInSync() should return within 3 s when enough has been seen");
        }
        diary.failUnlessChanges();
    }

    @Criterion(
            id = "d",
            value =
                    "Brings leadership back to each preferred replica that is in sync, and says which partitions have none")
    @Requires(KILL)
    void restoresThePreferredLeaders(
            FailoverObserver lab,
            KafkaCluster kafka,
            @TopicConfig(placement = {"1,2,3", "2,3,1", "3,1,2"}) Topic orders,
            @TopicConfig(placement = "1,2,3") Topic tips,
            @TopicConfig(placement = {"1", "3"}) Topic news)
            throws Exception {
        int first = kafka.brokers().get(0).id();
        int second = kafka.brokers().get(1).id();
        Broker third = kafka.brokers().get(2);
        prefer(kafka, tips.partition(0), List.of(second, first, third.id()));
        failUnlessRestored(lab, kafka, orders, Set.of(), "while each partition is led by its preferred replica");
        failUnlessLedBy(first, kafka, tips.partition(0));

        // The leader stays who it was, but is no longer the preferred one.
        prefer(kafka, orders.partition(0), List.of(second, first, third.id()));
        third.stop();
        ReplicaProbe.of(kafka, orders.partition(2)).awaitLeaderOtherThan(third.id(), SETTLED);
        ReplicaProbe.of(kafka, news.partition(1)).awaitOffline(SETTLED);
        Hearsay.awaitAllKnown(kafka);

        failUnlessRestored(
                lab,
                kafka,
                orders,
                Set.of(orders.partition(2)),
                "while broker " + third.id() + ", which partition 2 prefers, is down");
        ReplicaProbe.Holders now = ReplicaProbe.of(kafka, orders.partition(0))
                .await(
                        "broker " + second + ", the preferred replica, to lead " + orders.partition(0)
                                + " after restorePreferredLeaders() has returned",
                        holders -> holders.leader().orElse(-1) == second,
                        HEARD);
        assertThat(now.replicas())
                .as("the replicas of partition 0 and their order, which are not to be changed")
                .isEqualTo(List.of(second, first, third.id()));
        failUnlessLedBy(first, kafka, tips.partition(0));

        failUnlessRestored(
                lab,
                kafka,
                news,
                Set.of(news.partition(1)),
                "while broker " + third.id() + " is down, which holds partition 1 alone, so that nobody leads that");
    }

    private static void failUnlessLedBy(int leader, KafkaCluster kafka, TopicPartition untouched) {
        assertThat(ReplicaProbe.of(kafka, untouched).leader())
                .as("the leader of %s, which is no partition of the topic that was to be restored", untouched)
                .isEqualTo(leader);
    }

    private static void failUnlessRestored(
            FailoverObserver lab, KafkaCluster kafka, Topic topic, Set<TopicPartition> unable, String when) {
        Set<TopicPartition> reported = calling(
                "restorePreferredLeaders() " + when,
                () -> lab.restorePreferredLeaders(kafka.bootstrapServers(), topic.name()));
        String what = "the partitions that restorePreferredLeaders() says it could not bring back " + when;
        assertThat(reported).as(what).isNotNull();
        assertThat(new HashSet<>(reported)).as(what).isEqualTo(unable); // whatever order it sorts itself by
    }

    private static void prefer(KafkaCluster kafka, TopicPartition partition, List<Integer> replicas) throws Exception {
        kafka.admin()
                .alterPartitionReassignments(Map.of(partition, Optional.of(new NewPartitionReassignment(replicas))))
                .all()
                .get();
        ReplicaProbe.of(kafka, partition)
                .await(
                        "the replicas of " + partition + " to be " + replicas,
                        holders -> holders.replicas().equals(replicas),
                        SETTLED);
    }

    @Criterion(
            id = "e",
            value =
                    "Describes the metadata quorum: who leads it, who votes, who reads along, and how far each node lags")
    @Requires(KILL)
    void describesTheQuorum(FailoverObserver lab, KafkaCluster kafka, FreshNames names) throws Exception {
        QuorumCheck check = new QuorumCheck(kafka);
        check.failUnlessDescribed(() -> lab.quorum(kafka.bootstrapServers()));

        Broker stopped = kafka.brokers().get(2);
        stopped.stop();
        check.letLag(stopped.id(), names.topic("news"));
        check.failUnlessDescribed(() -> lab.quorum(kafka.bootstrapServers()));
    }

    /** Calls the code under test, and says what it was called for if it throws. */
    static <T> T calling(String what, Supplier<T> code) {
        try {
            return code.get();
        } catch (RuntimeException e) {
            throw new AssertionError(what + " should have returned, but threw " + e, e);
        }
    }
}
