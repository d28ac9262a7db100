package io.kafkamastery.week01.dials;

import static io.kafkamastery.kit.cluster.Capability.KILL;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week01.dials.Delivery.Acknowledged;
import io.kafkamastery.week01.dials.Delivery.GivenUp;
import io.kafkamastery.week01.dials.Delivery.Unconfirmed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;

/** Sends orders with each profile while all is well and while two of three replicas are dead. */
@Lab(id = "1.7", title = "Producer dials")
@Brokers(3)
class ProducerProfilesLabTest {

    private static final int MANY = 5_000;
    private static final int ENOUGH_TO_WEIGH = 3_000;
    private static final int MORE_THAN_A_BROKER_TAKES = 3_000_000;

    private static final Duration PATIENT = ofSeconds(60);
    private static final Duration SHORT = ofSeconds(4);
    private static final Duration HASTY = ofSeconds(2);

    @Criterion(
            id = "a",
            value = "Accepts orders fire-and-forget and leader-acknowledged while two of three replicas are down,"
                    + " acknowledges no durable one, and tells which of them a reader can see",
            seconds = 90)
    @Requires(KILL)
    void tellsAcceptedFromReadable(
            ProducerProfiles lab,
            KafkaCluster kafka,
            @TopicConfig(settings = {"min.insync.replicas=2", TopicWriter.SHORT_SEGMENTS}) Topic orders,
            @TopicConfig(partitions = 3) Topic branches)
            throws Exception {
        TopicWriter.of(kafka, orders.name()).writeAroundAMarker(Seed.value("earlier: from another shop"));
        try (Till forgetful = Till.open(lab, "fireAndForget", lab::fireAndForget, SHORT, kafka);
                Till leader = Till.open(lab, "leaderAcknowledged", lab::leaderAcknowledged, SHORT, kafka);
                Till patient = Till.open(lab, "durable", lab::durable, PATIENT, kafka);
                Till hasty = Till.open(lab, "durable", lab::durable, HASTY, kafka)) {
            List<Delivery> all = new ArrayList<>();
            all.addAll(deliver(forgetful, orders, "calm: forget me", Unconfirmed.class));
            all.addAll(deliver(leader, orders, "calm: to the leader", Acknowledged.class));
            all.addAll(deliver(patient, orders, "calm: to all in sync", Acknowledged.class));
            awaitReadable(all, kafka, orders);
            TopicWriter.of(kafka, orders.name()).write(Seed.of(null, "calm: from another shop"));
            failIfReadableDiffers(
                    lab,
                    all,
                    "all is well, and one poll() returns nothing before those orders, at the marker of a transaction",
                    kafka,
                    orders);
            failUnlessAllPartitionsCount(lab, kafka, branches);

            Outage outage = Outage.begin(kafka, orders);
            List<Delivery> accepted = new ArrayList<>();
            accepted.addAll(deliver(forgetful, orders, "storm: forget me", Unconfirmed.class));
            accepted.addAll(deliver(leader, orders, "storm: to the leader", Acknowledged.class));
            all.addAll(accepted);
            all.addAll(deliver(hasty, orders, "storm: to all in sync", GivenUp.class));
            failIfReadableDiffers(lab, all, "two of three replicas are down", kafka, orders);

            outage.bringOneBack();
            awaitReadable(accepted, kafka, orders);
            failIfReadableDiffers(lab, all, "two of three replicas are in sync again", kafka, orders);
        }
    }

    @Criterion(
            id = "b",
            value =
                    "Durable goes on trying while its delivery time-out lasts, and then reports each order it gave up on",
            seconds = 90)
    @Requires(KILL)
    void triesAgainAndReportsWhatItGaveUpOn(
            ProducerProfiles lab, KafkaCluster kafka, @TopicConfig(settings = "min.insync.replicas=2") Topic orders)
            throws Exception {
        List<String> patientOrders = List.of("patient: espresso", "patient: bagel");
        // The fate of the second is known at once, and that of the first when the delivery timeout is over.
        List<String> hastyOrders = List.of("hasty: latte", largeOrder());
        try (Till patient = Till.open(lab, "durable", lab::durable, PATIENT, kafka);
                Till hasty = Till.open(lab, "durable", lab::durable, HASTY, kafka)) {
            TopicWriter.of(kafka, orders.name()).writeValues(List.of("from another shop", "and from one more"));
            List<Delivery> calm = new ArrayList<>();
            calm.addAll(deliver(patient, orders, "calm: mocha", Acknowledged.class));
            calm.addAll(acknowledgesEqualOrders(patient, orders));
            calm.addAll(reportsOneOrderThatIsTooLarge(patient, orders));
            Reports.failUnlessPlacedAsReported(calm, kafka, orders);
            Till.failUnlessIdempotent("durable", lab.durable(PATIENT), kafka);
            Till.failIfRetriesEndBeforeTime("durable", lab.durable(PATIENT), PATIENT, kafka);

            Outage outage = Outage.begin(kafka, orders);
            try (Till.Sending sending = patient.startDelivering(orders, patientOrders)) {
                failUnlessTriedAgain(patient, sending);
                Reports.failUnless(GivenUp.class, hasty.deliver(orders, hastyOrders), "durable");
                outage.bringOneBack();
                Reports.failUnless(Acknowledged.class, sending.deliveries(PATIENT), "durable");
            }
            assertThat(TopicProbe.of(kafka, orders.name()).values())
                    .as("orders in the topic that were sent before a second replica was back, and had the time to wait")
                    .filteredOn(patientOrders::contains)
                    .containsExactlyInAnyOrderElementsOf(patientOrders);
        }
    }

    /** Whatever became of an order when it was sent: if it is in any partition, it can be read. */
    private static void failUnlessAllPartitionsCount(ProducerProfiles lab, KafkaCluster kafka, Topic topic) {
        TopicWriter.of(kafka, topic.name())
                .write(
                        Seed.value("branch: answered").partition(0),
                        Seed.value("branch: no answer wanted").partition(1),
                        Seed.value("branch: answer lost").partition(2));
        List<Delivery> deliveries = List.of(
                new Acknowledged("branch: answered", 0),
                new Unconfirmed("branch: no answer wanted"),
                new GivenUp("branch: answer lost", new TimeoutException("no answer within a second")));
        failUnlessReadable(
                ordersOf(deliveries), lab, deliveries, "each of three partitions holds one order", kafka, topic);
    }

    private static List<Delivery> acknowledgesEqualOrders(Till till, Topic topic) {
        List<Delivery> deliveries = till.deliver(topic, List.of("calm: bagel", "calm: bagel"));
        Reports.failUnless(Acknowledged.class, deliveries, till.profile());
        return deliveries;
    }

    /**
     * Nobody can take it, so its fate is known first, and it stands in the middle.
     *
     * @return the deliveries of the others
     */
    private static List<Delivery> reportsOneOrderThatIsTooLarge(Till till, Topic topic) {
        List<Delivery> deliveries = till.deliver(topic, List.of("calm: tea", largeOrder(), "calm: cake"));
        Reports.failUnless(GivenUp.class, deliveries.subList(1, 2), till.profile());
        Reports.failUnlessBecauseOfItsSize((GivenUp) deliveries.get(1));
        List<Delivery> ordinary = List.of(deliveries.get(0), deliveries.get(2));
        Reports.failUnless(Acknowledged.class, ordinary, till.profile() + " together with one that is too large");
        return ordinary;
    }

    private static String largeOrder() {
        byte[] noise = new byte[MORE_THAN_A_BROKER_TAKES / 2];
        new Random(7).nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }

    @Criterion(
            id = "c",
            value = "High throughput takes at most a fifth of the produce requests that 5,000 small orders take one at"
                    + " a time")
    void sendsManyOrdersInFewRequests(
            ProducerProfiles lab, KafkaCluster kafka, @TopicConfig(partitions = 3) Topic orders) {
        try (Producer<String, String> producer = bulkProducer(lab, Map.of(), kafka)) {
            Freight.within(MANY / 5, SmallOrders.asJson(MANY), producer, orders);
        }
    }

    @Criterion(id = "d", value = "High throughput sends compressed orders in at most half the bytes of plain ones")
    void sendsManyOrdersInFewBytes(
            ProducerProfiles lab, KafkaCluster kafka, @TopicConfig(partitions = 3) Topic orders) {
        List<String> small = SmallOrders.asJson(ENOUGH_TO_WEIGH);
        Map<String, Object> plainDials = Map.of(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        try (Producer<String, String> producer = bulkProducer(lab, Map.of(), kafka);
                Producer<String, String> plainProducer = bulkProducer(lab, plainDials, kafka)) {
            Freight freight = Freight.of(small, producer, orders);
            Freight plain = Freight.of(small, plainProducer, orders);
            double factor = (double) plain.bytes() / freight.bytes();
            if (factor < 2) {
                throw new AssertionError(String.format(
                        Locale.ROOT,
                        "%,d orders took %,d bytes with the profile highThroughput, and %,d with its compression switched"
                                + " off. That is %.1f times smaller and should be at least 2 times. On average, %.1f orders"
                                + " were sent together.",
                        freight.orders(),
                        freight.bytes(),
                        plain.bytes(),
                        factor,
                        freight.ordersPerRequest()));
            }
        }
    }

    private static List<Delivery> deliver(Till till, Topic topic, String order, Class<? extends Delivery> expected) {
        List<Delivery> deliveries = till.deliver(topic, List.of(order));
        Reports.failUnless(expected, deliveries, till.profile());
        return deliveries;
    }

    private static void failUnlessTriedAgain(Till till, Till.Sending sending) {
        Await.within(ofSeconds(20))
                .until(
                        "the durable producer to try again what was refused, because too few replicas are in sync",
                        () -> till.retries() > 0 || sending.isOver(),
                        sending.work());
        if (till.retries() == 0) {
            throw new AssertionError("With the profile durable and a delivery timeout of " + PATIENT.toSeconds()
                    + " s an order that is refused, because too few replicas are in sync, should be sent again until one"
                    + " comes back, but deliver() has returned " + sending.deliveries(PATIENT)
                    + " without a second try.");
        }
    }

    /** Readers see what was acknowledged only once enough replicas have it, which may be a moment later. */
    private static void awaitReadable(List<Delivery> deliveries, KafkaCluster kafka, Topic topic) {
        List<String> orders = deliveries.stream().map(Delivery::order).toList();
        Await.within(ofSeconds(20))
                .until(
                        orders + " to be readable, as enough replicas are in sync",
                        () -> TopicProbe.of(kafka, topic.name()).values().containsAll(orders),
                        () -> "the topic shows "
                                + TopicProbe.of(kafka, topic.name()).values());
    }

    private static void failIfReadableDiffers(
            ProducerProfiles lab, List<Delivery> deliveries, String when, KafkaCluster kafka, Topic topic) {
        Set<String> expected = ordersOf(deliveries);
        expected.retainAll(TopicProbe.of(kafka, topic.name()).values());
        failUnlessReadable(expected, lab, deliveries, when, kafka, topic);
    }

    private static void failUnlessReadable(
            Set<String> expected,
            ProducerProfiles lab,
            List<Delivery> deliveries,
            String when,
            KafkaCluster kafka,
            Topic topic) {
        Set<String> found;
        try {
            found = lab.readable(kafka.bootstrapServers(), topic.name(), List.copyOf(deliveries));
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "readable() should return what a reader can see while " + when + ", but threw " + e, e);
        }
        assertThat(found).as("what readable() returns").isNotNull();
        if (!found.equals(expected)) {
            throw new AssertionError("While " + when + ", a reader of the topic can see " + expected
                    + " of what was sent."
                    + " readable() leaves out " + without(expected, found) + ", and lists " + without(found, expected)
                    + " wrongly. (Delivered were: " + deliveries + ")");
        }
    }

    private static Set<String> ordersOf(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::order).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(order -> !others.contains(order)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Producer<String, String> bulkProducer(
            ProducerProfiles lab, Map<String, Object> overrides, KafkaCluster kafka) {
        return Till.producer(
                "highThroughput",
                deliveryTimeout -> {
                    Map<String, Object> dials = lab.highThroughput(deliveryTimeout);
                    assertThat(dials)
                            .as("the settings that highThroughput returns")
                            .isNotNull();
                    Map<String, Object> settings = new HashMap<>(dials);
                    settings.putAll(overrides);
                    return settings;
                },
                PATIENT,
                kafka);
    }
}
