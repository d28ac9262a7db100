package io.kafkamastery.week01.clinic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.GroupProbe;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week01.clinic.patients.MisadvertisedBroker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;

@Lab(id = "1.8", title = "Troubleshooting clinic")
class ClinicLabTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** The contract's ten seconds, and two for a busy machine. */
    private static final Duration DIAGNOSED = Duration.ofSeconds(12);

    // a

    @Criterion(
            id = "a",
            value = "Lets a group see the orders from before its first start, each once, and under its own name")
    void seesOldOrders(
            Clinic lab,
            KafkaCluster kafka,
            FreshNames names,
            @TopicConfig(partitions = 7) Topic young,
            @TopicConfig(partitions = 3) Topic running)
            throws Exception {
        Orders.write(kafka, young, 1, 6); // and one partition is empty
        assertSeesOldOrders("a group that has never run", lab, kafka, young, names.group("young"), 1);

        String groupId = names.group("running");
        Orders.write(kafka, running, 1, 6);
        forgetTheFirst(kafka, running); // of each partition, so that none begins at 0
        runSick(kafka, running, groupId);
        assertSeesOldOrders("a group that has run and committed offsets", lab, kafka, running, groupId, 4);
    }

    /** Deletes the first record of each partition, as retention does one day. */
    private static void forgetTheFirst(KafkaCluster kafka, Topic topic) throws Exception {
        Map<TopicPartition, RecordsToDelete> first = new HashMap<>();
        topic.allPartitions().forEach(partition -> first.put(partition, RecordsToDelete.beforeOffset(1)));
        kafka.admin().deleteRecords(first).all().get();
    }

    /** The display shows nothing, since it starts at the end; and it commits that it stands there. */
    private static void runSick(KafkaCluster kafka, Topic topic, String groupId) {
        GroupProbe group = GroupProbe.of(kafka, groupId);
        try (RunningDisplay sick = RunningDisplay.start(Patients.display(kafka, groupId), topic)) {
            sick.await(
                    "the sick display to commit where it stands",
                    () -> group.committedOffsets().size() == topic.partitions());
        }
        group.awaitNoMembers(SOON);
    }

    private static void assertSeesOldOrders(
            String which, Clinic lab, KafkaCluster kafka, Topic topic, String groupId, int oldest) {
        GroupProbe group = GroupProbe.of(kafka, groupId);
        Map<String, Object> mended = Attempt.to(
                "neverSeesOldOrders should mend " + which,
                () -> lab.neverSeesOldOrders(Map.copyOf(Patients.display(kafka, groupId)), topic.name()));
        assertShows("The display of " + which + ", mended,", mended, topic, group, Orders.ids(oldest, 6));
        Orders.write(kafka, topic, 7, 8);
        assertShows("The display of " + which + ", started once more,", mended, topic, group, Orders.ids(7, 8));
    }

    /** Runs a display until it has shown enough, or until there is nothing more that it could show. */
    private static void assertShows(
            String display, Map<String, Object> settings, Topic topic, GroupProbe group, List<String> expected) {
        List<String> shown;
        try (RunningDisplay running = RunningDisplay.start(settings, topic)) {
            running.await(display + " to show " + expected, () -> {
                boolean nothingMore = group.totalLag(topic.name()) == 0;
                return nothingMore || running.shown().size() >= expected.size();
            });
            running.close();
            shown = running.shown();
        }
        assertThat(shown)
                .as("what was shown. %s should show each order that has not been shown yet, once", display)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(group.totalLag(topic.name()))
                .as("the lag of the display's own group. %s should read as this group, whose lag others watch", display)
                .isZero();
    }

    // b

    @Criterion(id = "b", value = "Keeps a slow kitchen in its group, and lets the group notice one that hangs")
    void keepsSlowKitchen(Clinic lab, KafkaCluster kafka, FreshNames names, Topic orders, Topic hanging)
            throws Exception {
        Duration perOrder = Duration.ofMillis(300);
        Duration noticedWithin = Duration.ofSeconds(4);
        Map<String, Object> slow = Patients.slowKitchen(kafka, names.group("slow"));
        Map<String, Object> mended =
                Attempt.to("isThrownOut should mend", () -> lab.isThrownOut(Map.copyOf(slow), perOrder, noticedWithin));
        Map<String, Object> hangs = Patients.kitchen(kafka, names.group("hanging"));
        Map<String, Object> alsoMended = Attempt.to(
                "isThrownOut should mend", () -> lab.isThrownOut(Map.copyOf(hangs), perOrder, noticedWithin));
        SlowKitchen hangingKitchen = new SlowKitchen(kafka, alsoMended, hanging);
        try (Background hang = Background.start(
                "the group of a kitchen that hangs", () -> hangingKitchen.assertIsNoticedWhenItHangs(noticedWithin))) {
            new SlowKitchen(kafka, mended, orders).assertComesThrough(perOrder, 15); // both take seconds: side by side
            hang.awaitNormalEnd(Duration.ofSeconds(30), "A group should notice a kitchen that hangs");
        }
        // Times that nobody can wait for: what comes of them can be calculated.
        Duration muchLonger = Duration.ofSeconds(10);
        Duration muchLater = Duration.ofMinutes(2);
        Map<String, Object> other = Patients.kitchen(kafka, names.group("other"));
        Map<String, Object> otherMended =
                Attempt.to("isThrownOut should mend", () -> lab.isThrownOut(Map.copyOf(other), muchLonger, muchLater));
        SlowKitchen.assertWouldDo(otherMended, muchLonger, muchLater);
    }

    // c

    @Criterion(id = "c", value = "Says which limits a big order meets, and lets it through, in this topic alone")
    void letsBigOrdersThrough(
            Clinic lab,
            KafkaCluster kafka,
            Topic usual,
            @TopicConfig(settings = "max.message.bytes=200000") Topic strict,
            @TopicConfig(settings = "max.message.bytes=5000000") Topic generous,
            Topic bystander)
            throws Exception {
        BigOrders patients = new BigOrders(lab, kafka);
        try (BrokerLimits brokers = new BrokerLimits(kafka)) {
            int before = Limits.ofTopic(kafka, bystander);
            Map<String, Object> defaults = Patients.desk(kafka);
            patients.assertLetsThrough(usual, defaults, 1_048_576, 1_500_000);
            assertThat(Limits.ofTopic(kafka, bystander))
                    .as("max.message.bytes of a topic that is not a patient, before and after (it is %s)", bystander)
                    .isEqualTo(before);
            brokers.assertUntouched();
            Map<String, Object> allowed = Patients.desk(kafka);
            allowed.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4_000_000);
            SizeLimits limits = patients.assertLetsThrough(strict, allowed, 4_000_000, 300_000);
            assertThat(String.valueOf(limits.mended().get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)))
                    .as("max.request.size of a producer whose limit was high enough")
                    .isEqualTo("4000000");
            Map<String, Object> limited = Patients.desk(kafka);
            limited.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 100_000);
            patients.assertLetsThrough(generous, limited, 100_000, 300_000);
            assertThat(Limits.ofTopic(kafka, generous))
                    .as("max.message.bytes of a topic whose limit was high enough")
                    .isEqualTo(5_000_000);
            brokers.assertUntouched();
        }
    }

    // d

    @Criterion(
            id = "d",
            value = "Steps over the one record that cannot be read, keeps its bytes, and loses no order around it")
    void stepsOver(Clinic lab, KafkaCluster kafka, FreshNames names, @TopicConfig(partitions = 4) Topic orders) {
        byte[] noOrder = "{\"orderId\":\"order-".getBytes(ISO_8859_1);
        byte[] noText = {(byte) 0xFF, 0, (byte) 0xE9, 17, (byte) 0xC3};
        TopicWriter writer = TopicWriter.of(kafka, orders.name());
        Map<String, Object> settings = Patients.display(kafka, names.group("kitchen"));
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<String> shown = new ArrayList<>();
        writer.write(
                Orders.seed(1, 0),
                Orders.seed(2, 1),
                Orders.seed(3, 2),
                Orders.seed(4, 3),
                Seed.of(null, noOrder).partition(3),
                Orders.seed(5, 3),
                Seed.of(null, noText).partition(3),
                Orders.seed(6, 3));

        runUntilItDies(kafka, settings, orders, 1, shown);
        writer.write(Orders.seed(7, 0), Orders.seed(8, 1), Orders.seed(9, 2)); // life goes on
        assertStepsOver(lab, kafka, settings, orders.partition(3), 1, noOrder);
        runUntilItDies(kafka, settings, orders, 3, shown);
        assertStepsOver(lab, kafka, settings, orders.partition(3), 3, noText);

        GroupProbe group = GroupProbe.of(kafka, Patients.group(settings));
        try (RunningDisplay display = RunningDisplay.start(settings, orders)) {
            display.await("the display to come to the end", () -> group.totalLag(orders.name()) == 0);
            shown.addAll(display.shown());
        }
        assertThat(shown)
                .as("the orders shown in all, by three displays one after the other; each should be shown once")
                .containsExactlyInAnyOrderElementsOf(Orders.ids(1, 9));
    }

    private static void runUntilItDies(
            KafkaCluster kafka, Map<String, Object> settings, Topic topic, long offset, List<String> shown) {
        try (RunningDisplay display = RunningDisplay.start(settings, topic)) {
            Throwable death = display.awaitDeath();
            shown.addAll(display.shown());
            if (!(death instanceof RecordDeserializationException e) || e.offset() != offset) {
                fail("The display should come as far as offset " + offset + " of " + topic.partition(3)
                        + ", where the next record is that it cannot read, but it died of " + death
                        + " after it had shown " + display.shown());
            }
        }
        GroupProbe.of(kafka, Patients.group(settings)).awaitNoMembers(SOON);
    }

    private static void assertStepsOver(
            Clinic lab,
            KafkaCluster kafka,
            Map<String, Object> settings,
            TopicPartition partition,
            long offset,
            byte[] value) {
        GroupProbe group = GroupProbe.of(kafka, Patients.group(settings));
        Map<TopicPartition, Long> expected = new HashMap<>(group.committedOffsets());
        UnreadableRecord record = Attempt.to(
                "stopsAtOneRecord should find the record that cannot be read",
                () -> lab.stopsAtOneRecord(Map.copyOf(settings), partition.topic()));

        assertThat(record.partition() + " at offset " + record.offset())
                .as("the record that the display cannot read")
                .isEqualTo(partition + " at offset " + offset);
        if (!Arrays.equals(record.value(), value)) {
            fail("The value of the record that the display cannot read has " + shortly(value)
                    + ", but what was kept has "
                    + shortly(record.value())
                    + ". (A ByteBuffer's array may begin before the buffer, and hold more than its bytes.)");
        }
        expected.put(partition, offset + 1);
        assertThat(group.committedOffsets())
                .as(
                        "what the group has committed: past the unreadable record in %s, and elsewhere as before",
                        partition)
                .isEqualTo(expected);
        group.awaitNoMembers(SOON);
    }

    private static String shortly(byte[] bytes) {
        return bytes == null
                ? "no bytes"
                : bytes.length + " bytes, beginning "
                        + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, 8));
    }

    // e

    @Criterion(id = "e", value = "Names the address that clients are wrongly sent to, and one that helps them")
    void namesWrongAddress(Supplier<Clinic> lab, KafkaCluster kafka, Topic orders) throws Exception {
        Node leader = kafka.admin()
                .describeTopics(List.of(orders.name()))
                .allTopicNames()
                .get()
                .get(orders.name())
                .partitions()
                .get(0)
                .leader();
        // It takes connections, and answers nothing. To wait for that takes seconds: side by side with the rest.
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Background unanswered = diagnosisOf(lab.get(), unanswering(kafka, silent), orders, found -> {});
                Socket nobody = new Socket()) {
            // Bound, but not listening: nobody else gets this port, and whoever connects is refused.
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String wrong = "localhost:" + nobody.getLocalPort();
            try (MisadvertisedBroker broker = new MisadvertisedBroker(leader.host() + ":" + leader.port(), wrong)) {
                Map<String, Object> settings = Patients.desk(kafka);
                settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());

                WrongAddress found = diagnose(lab.get(), settings, orders);

                assertThat(found.advertised())
                        .as("the address that the cluster tells its clients and that does not reach it")
                        .isEqualTo(wrong);
                assertHelps(kafka, broker, settings, orders, found.shouldBe());
            }
            unanswered.awaitEnd(
                    DIAGNOSED,
                    "connectsThenTimesOut should return or throw within 10 s, even if the bootstrap address takes"
                            + " connections and answers nothing");
        }
    }

    private static Map<String, Object> unanswering(KafkaCluster kafka, ServerSocket silent) {
        Map<String, Object> settings = Patients.desk(kafka);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + silent.getLocalPort());
        return settings;
    }

    private static WrongAddress diagnose(Clinic lab, Map<String, Object> settings, Topic topic) {
        AtomicReference<WrongAddress> found = new AtomicReference<>();
        try (Background diagnosis = diagnosisOf(lab, settings, topic, found::set)) {
            diagnosis.awaitNormalEnd(DIAGNOSED, "connectsThenTimesOut should come to a result within 10 s");
        }
        return found.get();
    }

    private static Background diagnosisOf(
            Clinic lab, Map<String, Object> settings, Topic topic, Consumer<WrongAddress> found) {
        return Background.start(
                "the diagnosis", () -> found.accept(lab.connectsThenTimesOut(Map.copyOf(settings), topic.name())));
    }

    private static void assertHelps(
            KafkaCluster kafka,
            MisadvertisedBroker broker,
            Map<String, Object> settings,
            Topic topic,
            String shouldBe) {
        Attempt.to("The address that clients should get should look like host:port, not '" + shouldBe + "'", () -> {
            broker.advertise(shouldBe);
            return shouldBe;
        });
        BigOrders.send(settings, topic, Orders.order(1));
        assertThat(TopicProbe.of(kafka, topic.name()).endOffset(0))
                .as("orders that arrive when the broker advertises %s, as the diagnosis says it should", shouldBe)
                .isEqualTo(1);
    }
}
