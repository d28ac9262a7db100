package io.kafkamastery.week02.durability;

import static io.kafkamastery.kit.cluster.Capability.KILL;
import static io.kafkamastery.kit.cluster.Capability.PAUSE;
import static io.kafkamastery.kit.probe.DeliveryAuditAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kestrel.OrderJson;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.DeliveryAudit;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week02.durability.Fate.Acknowledged;
import io.kafkamastery.week02.durability.Fate.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sells orders while brokers die and freeze, and compares what the sender said with what is in the topic. */
@Lab(id = "2.2", title = "Durability")
@Brokers(3)
class SafeOrdersLabTest {

    private static final Duration PATIENT = ofSeconds(40);
    /** Over before the controller counts a frozen broker as dead. */
    private static final Duration HASTY = ofMillis(2_500);
    /** So short that a hasty sender asks a frozen broker several times. */
    private static final Duration BRIEF = ofMillis(800);

    private static final Duration REQUEST = ofSeconds(2);

    /** More than somebody waits who limits close() to a few seconds, and far less than the patient delivery timeout. */
    private static final Duration MORE_THAN_A_QUICK_CLOSE = ofSeconds(6);

    @Criterion(
            id = "a",
            value = "Loses no acknowledged order when the leader is killed mid-stream, and goes on selling")
    @Requires(KILL)
    void survivesTheLossOfTheLeader(SafeOrders lab, KafkaCluster kafka, FreshNames names) {
        String topic = create(lab, kafka, names.topic("orders"), 1);
        Outage outage = Outage.at(kafka, topic);
        outage.failIfOneLossIsTooMuch();
        try (Till till = Till.open("order", lab, kafka, topic, REQUEST, PATIENT);
                Background selling = till.keepSelling()) {
            till.awaitAcknowledged(50, ofSeconds(20), "while all brokers are up", selling);
            outage.killLeader();
            outage.awaitAnotherLeader(selling);
            long before = till.attempts().acknowledged();
            till.awaitAcknowledged(
                    before + 50,
                    ofSeconds(20),
                    "after broker " + outage.leader() + ", the leader, was killed",
                    selling);
            till.stopSelling(selling);
            till.closeInOrder();
            DeliveryAudit audit = till.audit(kafka, "after the election");
            assertThat(audit)
                    .as("after broker %d, the leader, was killed", outage.leader())
                    .hasLostNothing()
                    .isNotDivergent();
        }
    }

    @Criterion(
            id = "b",
            value = "Loses no acknowledged order when the leader is killed while its followers lag behind it")
    @Requires({KILL, PAUSE})
    void acknowledgesOnlyWhatFollowersHave(SafeOrders lab, KafkaCluster kafka, FreshNames names) {
        String topic = create(lab, kafka, names.topic("orders"), 1);
        Outage outage = Outage.at(kafka, topic);
        try (Till till = Till.open("order", lab, kafka, topic, BRIEF, HASTY)) {
            till.warmUp();
            till.awaitFates(till.sell(10));
            outage.freezeFollowers();
            till.awaitFates(sellToTheLeaderAlone(till, outage));
            outage.killLeader();
            outage.thawFollowers();
            outage.awaitAnotherLeader();
            till.closeInOrder();
            awaitAllThereIs(kafka, topic);
            assertThat(till.audit(kafka, "after the election"))
                    .as(
                            "broker %d, the leader, was killed while the two others were frozen, and one of those has"
                                    + " taken over",
                            outage.leader())
                    .hasAcknowledgedAtLeast(1)
                    .hasLostNothing()
                    .isNotDivergent();
        }
    }

    /**
     * What the leader writes first still goes out to the frozen followers, in answer to requests that wait for it already.
     * So one order goes ahead, and the others follow when it is written.
     */
    private static List<String> sellToTheLeaderAlone(Till till, Outage outage) {
        long before = outage.bytesOfTheLeader();
        List<String> first = till.sell(1);
        Await.within(HASTY.plus(BRIEF))
                .until(
                        "the leader to write an order, or its fate to be known",
                        () -> outage.bytesOfTheLeader() > before
                                || !till.fatesSoFar(first).isEmpty());
        List<String> all = new ArrayList<>(first);
        all.addAll(till.sell(9));
        return all;
    }

    @Criterion(
            id = "c",
            value = "Acknowledges nothing while two of three brokers are down, and goes on when one returns",
            seconds = 90)
    @Requires(KILL)
    void waitsForASecondBroker(SafeOrders lab, KafkaCluster kafka, FreshNames names) {
        String topic = create(lab, kafka, names.topic("orders"), 1);
        Outage outage = Outage.at(kafka, topic);
        try (Till patient = Till.open("patient", lab, kafka, topic, REQUEST, PATIENT);
                Till leaving = Till.open("leaving", lab, kafka, topic, REQUEST, PATIENT);
                Till hasty = Till.open("hasty", lab, kafka, topic, BRIEF, HASTY)) {
            patient.warmUp();
            leaving.warmUp();
            hasty.warmUp();
            outage.stopFollowersAtOnce();
            List<String> patientOrders = patient.sell(5);
            List<String> leavingOrders = leaving.sell(5);
            try (Background closing = leaving.startClosing()) {
                long begun = System.nanoTime();
                List<String> hastyOrders = hasty.sell(5);
                failIfAcknowledgedByOne(hasty.awaitFates(hastyOrders), outage);
                failIfAcknowledgedByOne(patient.fatesSoFar(patientOrders), outage);
                failIfGivenUp(patient.fatesSoFar(patientOrders), "two of three brokers are down");
                failIfClosedFrom(begun, closing);

                outage.bringOneFollowerBack();
                failIfGivenUp(patient.awaitFates(patientOrders), "one of two brokers has come back");
                failIfGivenUp(
                        leaving.awaitFates(leavingOrders), "close() is waiting and one of two brokers has come back");
                closing.awaitNormalEnd(
                        Till.AT_ONCE,
                        "close() should return when the fate of every order is known: nothing is left to try");
            }
            patient.closeInOrder();
            hasty.closeInOrder();
            assertThat(patient.audit(kafka, "with two of three brokers")).hasLostNothing();
        }
    }

    /** What may yet succeed is not given up because somebody leaves. */
    private static void failIfClosedFrom(long begun, Background closing) {
        Await.within(MORE_THAN_A_QUICK_CLOSE.plus(Till.AT_ONCE))
                .until(
                        "close() to wait for what is under way",
                        () -> !closing.isRunning() || System.nanoTime() - begun > MORE_THAN_A_QUICK_CLOSE.toNanos());
        closing.failIfEnded("While two of three brokers are down close() should wait, and the sender go on trying with"
                + " the orders that are under way, because their delivery timeout of " + PATIENT.toSeconds()
                + " s is not over");
    }

    private static void failIfAcknowledgedByOne(List<Fate> fates, Outage outage) {
        fates.stream().filter(Acknowledged.class::isInstance).findFirst().ifPresent(fate -> {
            throw new AssertionError(
                    "While two of three brokers are down or frozen nothing should be acknowledged, but "
                            + fate.orderId() + " was: broker " + outage.leader()
                            + " is the only one to have it, and if it dies now the order is lost");
        });
    }

    private static void failIfGivenUp(List<Fate> fates, String when) {
        fates.stream()
                .filter(fate -> !(fate instanceof Acknowledged))
                .findFirst()
                .ifPresent(fate -> {
                    throw new AssertionError("While " + when + ", a sender with a delivery timeout of "
                            + PATIENT.toSeconds() + " s should go on trying, but it has reported " + fate);
                });
    }

    @Criterion(
            id = "d",
            value = "Reports an order as unknown when nobody can tell, and as refused only when it is certain")
    @Requires(PAUSE)
    void tellsUnknownFromRefused(SafeOrders lab, KafkaCluster kafka, FreshNames names) {
        String topic = create(lab, kafka, names.topic("orders"), 1);
        Outage outage = Outage.at(kafka, topic);
        try (Stranded stranded = Stranded.sell(lab, topic, BRIEF, HASTY);
                Till till = Till.open("order", lab, kafka, topic, BRIEF, HASTY)) {
            till.warmUp();
            failUnlessRefused(till, banquet());

            outage.freezeFollowers();
            List<Fate> fates = till.awaitFates(till.sell(5));
            failIfAcknowledgedByOne(fates, outage);
            till.closeInOrder(); // whoever does not know has stopped trying
            outage.thawFollowers();
            stranded.failUnlessToldInTime();
            outage.awaitRecovery();
            awaitAllThereIs(kafka, topic);
            assertThat(till.audit(kafka, "when the followers were back"))
                    .as("the leader had the orders, but its followers were frozen until the delivery timeout was over")
                    .hasNothingRefusedYetReadable();
        }
    }

    private static void failUnlessRefused(Till till, Order order) {
        String id = till.sellOne(order);
        Fate fate = till.awaitFates(List.of(id)).get(0);
        if (!(fate instanceof Refused)) {
            fail(
                    "An order of 3 MB is more than producer and broker allow, it is nowhere for certain: it should be"
                            + " reported as refused, but was reported as %s",
                    fate);
        }
    }

    /** What no compression makes small. */
    private static Order banquet() {
        String everything = new Random(22)
                .ints(3_000_000, '0', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return new Order("banquet", "customer-1", "Bern Bahnhof", everything, 1_000_000, Instant.EPOCH);
    }

    @Criterion(id = "e", value = "Writes no order twice, and keeps the orders of each customer in sequence")
    @Requires(PAUSE)
    void writesEachOrderOnce(SafeOrders lab, KafkaCluster kafka, FreshNames names) {
        keepsTheSequence(lab, kafka, names.topic("many"));
        String topic = create(lab, kafka, names.topic("orders"), 1);
        Outage outage = Outage.at(kafka, topic);
        try (Till till = Till.open("order", lab, kafka, topic, BRIEF, HASTY)) {
            till.warmUp();
            outage.freezeFollowers();
            List<String> sold = till.sell(5);
            till.awaitFates(sold);
            outage.thawFollowers();
            till.closeInOrder();
            outage.awaitRecovery();
            awaitAllThereIs(kafka, topic);
            assertThat(till.audit(kafka, "when the followers were back"))
                    .as("the followers were frozen for a while, so that the sender had to try again")
                    .hasNoDuplicates()
                    .keepsOrderPerKey();
        }
    }

    private static void keepsTheSequence(SafeOrders lab, KafkaCluster kafka, String name) {
        String topic = create(lab, kafka, name, 3);
        try (Till till = Till.open("order", lab, kafka, topic, REQUEST, PATIENT)) {
            till.sellInPeace(50);
            till.sellAndClose(50);
            assertThat(till.audit(kafka, "afterwards")).hasNoDuplicates().keepsOrderPerKey();
        }
        Set<String> keys = TopicProbe.of(kafka, topic).strings().stream()
                .map(ConsumerRecord::key)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        assertThat(keys)
                .as("the records' keys, which should be customer ids")
                .allMatch(key -> key.matches("customer-\\d"));
    }

    /** Everything that any broker has taken can be read, once a record that came after it is acknowledged. */
    private static void awaitAllThereIs(KafkaCluster kafka, String topic) {
        Order last = new Order("last", "the-test", "Bern Bahnhof", "tea", 300, Instant.EPOCH);
        TopicWriter.of(kafka, topic).write(last.customerId(), OrderJson.write(last));
    }

    /** The topic as the lab creates it, once every leader answers. */
    static String create(SafeOrders lab, KafkaCluster kafka, String topic, int partitions) {
        lab.createTopic(kafka.bootstrapServers(), topic, partitions);
        TopicProbe probe = TopicProbe.of(kafka, topic);
        Await.within(ofSeconds(20)).untilAsserted("every partition of " + topic + " to have a leader", () -> {
            assertThat(probe.partitions()).as("partitions of the topic").isEqualTo(partitions);
            probe.endOffsets();
        });
        return topic;
    }
}
