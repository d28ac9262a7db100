package io.kafkamastery.week02.availability;

import static io.kafkamastery.kit.cluster.Capability.KILL;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Hearsay;
import io.kafkamastery.kit.probe.ReplicaProbe;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** Lets a stale replica be the only one alive, and looks at what the policy says, does and counts. */
@Lab(id = "2.3", title = "Availability or consistency")
@Brokers(3)
class ElectionPolicyLabTest {

    private static final Duration LIMIT = ofSeconds(5);
    private static final Duration NAMED = ofSeconds(3);
    private static final Duration SETTLED = ofSeconds(20);

    @Criterion(
            id = "a",
            value = "Says which partitions nobody leads, who could lead them without loss, and who only with",
            seconds = 90)
    @Requires(KILL)
    void saysWhatIsOffline(
            ElectionPolicy lab,
            KafkaCluster kafka,
            @TopicConfig(placement = "1,2,3", settings = "min.insync.replicas=2") Topic orders,
            @TopicConfig(placement = {"1,3", "2,1"}) Topic stamps,
            @TopicConfig(placement = "2,3,1") Topic news,
            @TopicConfig(placement = "3") Topic tips) {
        Topic[] all = {orders, stamps, news};
        failUnlessSaid(lab, kafka, Set.of(), "while every partition has a leader", all);

        int third = kafka.brokers().get(2).id();
        Storm.rage(kafka, List.of(all), () -> {
            ReplicaProbe.of(kafka, tips.partition(0)).awaitOffline(SETTLED);
            String when = "while broker " + third + " is down, which holds " + tips + " alone";
            Hearsay.awaitAllKnown(kafka); // there are two brokers to ask here
            failUnlessSaid(lab, kafka, Set.of(offline(kafka, tips.partition(0))), when, orders, stamps, news, tips);
        });
        Storm.electTheThird(kafka, news.partition(0)); // led again, by the only one in sync

        String when = "while only broker " + third + " is alive, which was away before";
        Set<Offline> offline = Stream.of(orders, stamps)
                .flatMap(topic -> topic.allPartitions().stream())
                .map(partition -> offline(kafka, partition))
                .collect(Collectors.toSet());
        failUnlessSaid(lab, kafka, offline, when, all);
        failUnlessSaid(lab, kafka, Set.of(offline(kafka, orders.partition(0))), when, orders, news);
    }

    private static Offline offline(KafkaCluster kafka, TopicPartition partition) {
        ReplicaProbe.Holders holders = ReplicaProbe.of(kafka, partition).holders();
        Set<Integer> eligible = new HashSet<>(holders.inSync());
        eligible.addAll(holders.eligible());
        Set<Integer> stale = new HashSet<>(holders.replicas());
        stale.retainAll(kafka.brokers().stream()
                .filter(Broker::isRunning)
                .map(Broker::id)
                .toList());
        return new Offline(partition, eligible, stale);
    }

    private static void failUnlessSaid(
            ElectionPolicy lab, KafkaCluster kafka, Set<Offline> expected, String when, Topic... topics) {
        Set<String> names = Stream.of(topics).map(Topic::name).collect(Collectors.toSet());
        Set<Offline> said = calling("offline() " + when, () -> lab.offline(kafka.bootstrapServers(), names));
        failUnlessSame("what offline() says " + when, expected, said);
    }

    @Criterion(
            id = "b",
            value =
                    "Brings a topic back on demand, by an unclean election of each partition that still has a live replica",
            seconds = 90)
    @Requires(KILL)
    void bringsBack(
            ElectionPolicy lab, KafkaCluster kafka, @TopicConfig(placement = {"1,3", "2,3", "2,1"}) Topic stamps) {
        failUnlessBroughtBack(lab, kafka, stamps, Set.of(), "while every partition has a leader");

        Storm.rage(kafka, List.of(stamps), () -> {});
        int third = kafka.brokers().get(2).id();
        Set<TopicPartition> alive = Set.of(stamps.partition(0), stamps.partition(1));
        failUnlessBroughtBack(lab, kafka, stamps, alive, "while only broker " + third + " is alive");
        for (TopicPartition partition : alive) {
            ReplicaProbe.of(kafka, partition)
                    .await(
                            "broker " + third + " to lead " + partition + " after bringBack() has returned",
                            holders -> holders.leader().orElse(-1) == third,
                            NAMED);
        }
        failUnlessBroughtBack(lab, kafka, stamps, Set.of(), "for the second time, when there is nothing left to do");
    }

    private static void failUnlessBroughtBack(
            ElectionPolicy lab, KafkaCluster kafka, Topic topic, Set<TopicPartition> expected, String when) {
        Set<TopicPartition> back =
                calling("bringBack() " + when, () -> lab.bringBack(kafka.bootstrapServers(), topic.name(), LIMIT));
        failUnlessSame("the partitions that bringBack() says it has brought back " + when, expected, back);
    }

    @Criterion(
            id = "c",
            value = "Reports which acknowledged orders were lost, also where new ones stand in their place",
            seconds = 90)
    @Requires(KILL)
    void countsTheLoss(
            ElectionPolicy lab,
            KafkaCluster kafka,
            @TopicConfig(placement = {"1,3", "2,3"}) Topic stamps,
            @TopicConfig(partitions = 3) Topic pastries) {
        List<Receipt> receipts = receiptsOfABadNight(kafka, pastries);
        failUnlessLost(lab, kafka, pastries, receipts, List.of(receipts.get(1), receipts.get(4)));

        Ledger ledger = new Ledger(kafka, stamps);
        ledger.send(0, List.of("espresso-1", "espresso-2"));
        ledger.send(1, List.of("latte-1", "latte-2"));
        failUnlessLost(lab, kafka, stamps, ledger.receipts(), List.of());

        Storm.rage(kafka, List.of(stamps), () -> {
            ledger.send(0, List.of("espresso-3", "espresso-4", "espresso-5"));
            ledger.send(1, List.of("latte-3", "latte-4", "latte-5"));
        });
        stamps.allPartitions().forEach(partition -> Storm.electTheThird(kafka, partition));
        ledger.send(0, List.of("espresso-6", "espresso-7", "espresso-8"));
        ledger.send(1, List.of("latte-6"));
        Ledger again = new Ledger(kafka, stamps);
        again.send(1, List.of("espresso-4")); // somebody was not sure
        kafka.heal(); // those who come back throw away what the new leader does not have

        Set<String> there = TopicProbe.of(kafka, stamps.name()).strings().stream()
                .map(record -> record.key())
                .collect(Collectors.toSet());
        List<Receipt> lost = ledger.receipts().stream()
                .filter(receipt -> !there.contains(receipt.orderId()))
                .toList();
        assertThat(lost.stream().map(Receipt::orderId))
                .as("what the test itself has lost")
                .containsExactly("espresso-3", "espresso-5", "latte-3", "latte-4", "latte-5");
        failUnlessLost(lab, kafka, stamps, ledger.receipts(), lost);
    }

    /** A topic that looks as if it had lost some orders, and what a till would have kept. It takes no broker's death. */
    private static List<Receipt> receiptsOfABadNight(KafkaCluster kafka, Topic topic) {
        Ledger there = new Ledger(kafka, topic);
        there.send(0, List.of("bun-1", "bun-4", "bun-5")); // bun-2 and bun-3 stood where the last two stand now
        // roll-2 to roll-4 stood behind roll-1. Two of them were sent again, and so was bun-3: before all that the till
        // has a receipt for, into another partition of its receipts, and into one that it has none for.
        there.send(1, List.of("roll-3", "roll-1", "bun-3"));
        there.send(2, Stream.concat(ordersOfOtherTills(), Stream.of("roll-4")).toList());
        return List.of(
                new Receipt("bun-1", 0, 0),
                new Receipt("bun-2", 0, 1),
                new Receipt("bun-3", 0, 2),
                new Receipt("roll-1", 1, 1),
                new Receipt("roll-2", 1, 2),
                new Receipt("roll-3", 1, 3),
                new Receipt("roll-4", 1, 4),
                new Receipt("bun-4", 0, 1),
                new Receipt("bun-5", 0, 2));
    }

    /** More than a consumer hands over at a time, which is 500 unless it is told otherwise. */
    private static Stream<String> ordersOfOtherTills() {
        return IntStream.rangeClosed(1, 600).mapToObj(number -> "cake-" + number);
    }

    private static void failUnlessLost(
            ElectionPolicy lab, KafkaCluster kafka, Topic topic, List<Receipt> receipts, List<Receipt> expected) {
        List<Receipt> lost = calling("lost()", () -> lab.lost(kafka.bootstrapServers(), topic.name(), receipts));
        if (!expected.equals(lost)) {
            throw new AssertionError("Of " + receipts.size() + " acknowledged orders, these can no longer be read: "
                    + ids(expected) + ". But lost() returned " + (lost == null ? null : ids(lost))
                    + ". Of these orders there are in the topic: "
                    + TopicProbe.of(kafka, topic.name()).strings().stream()
                            .filter(record -> isOneOf(receipts, record.key()))
                            .map(record -> record.key() + " at " + record.partition() + "/" + record.offset())
                            .toList());
        }
    }

    private static boolean isOneOf(List<Receipt> receipts, String orderId) {
        return receipts.stream().anyMatch(receipt -> receipt.orderId().equals(orderId));
    }

    private static List<String> ids(List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> receipt.orderId() + " at " + receipt.partition() + "/" + receipt.offset())
                .toList();
    }

    @Criterion(id = "d", value = "Leaves all other topics, and every setting, as they were", seconds = 90)
    @Requires(KILL)
    void leavesTheRestAlone(
            ElectionPolicy lab,
            KafkaCluster kafka,
            @TopicConfig(placement = "1,3", settings = "unclean.leader.election.enable=false") Topic stamps,
            @TopicConfig(
                            placement = {"1,2,3", "2,3,1"},
                            settings = "min.insync.replicas=2")
                    Topic orders) {
        Surroundings calm = Surroundings.of(kafka, stamps, List.of(orders));
        try {
            failUnlessBroughtBack(lab, kafka, stamps, Set.of(), "while every partition has a leader");
            calm.failIfChanged();

            Storm.rage(kafka, List.of(stamps, orders), () -> {});
            Surroundings surroundings = Surroundings.of(kafka, stamps, List.of(orders));
            calling(
                    "bringBack() while only one broker is alive",
                    () -> lab.bringBack(kafka.bootstrapServers(), stamps.name(), LIMIT));
            surroundings.failIfChanged();
        } finally {
            calm.restoreSettingsOfAllBrokers();
        }
    }

    /** Compares as sets, whatever order the actual one sorts itself by. */
    private static <T> void failUnlessSame(String what, Set<T> expected, Set<T> actual) {
        assertThat(actual).as(what).isNotNull();
        assertThat(new HashSet<>(actual)).as(what).isEqualTo(expected);
    }

    /** Calls the code under test, and says what it was called for if it throws. */
    private static <T> T calling(String what, Supplier<T> code) {
        try {
            return code.get();
        } catch (RuntimeException e) {
            throw new AssertionError(what + " should have returned, but threw " + e, e);
        }
    }
}
