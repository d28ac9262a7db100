package io.kafkamastery.kit.probe;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probes, against a real broker. */
class ProbesTest {

    private static final Duration SOON = ofSeconds(20);
    private static KafkaCluster kafka;
    private String topic;

    @BeforeAll
    static void start() {
        kafka = Clusters.get(ClusterSpec.of(1));
    }

    @BeforeEach
    void name(TestInfo test) {
        topic = "probes-" + test.getTestMethod().orElseThrow().getName() + "-" + System.nanoTime();
    }

    @Test
    void readsWhatWasWritten() throws Exception {
        create(2);
        Instant time = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        List<RecordMetadata> written = TopicWriter.of(kafka, topic)
                .write(
                        Seed.of("ana", "flat white").partition(1).at(time).header("shop", "Zürich"),
                        Seed.value("espresso").partition(0),
                        Seed.of("ana", null).partition(1));

        assertThat(written).extracting(RecordMetadata::partition).containsExactly(1, 0, 1);
        TopicProbe probe = TopicProbe.of(kafka, topic);
        assertThat(probe.partitions()).isEqualTo(2);
        assertThat(probe.values()).containsExactly("espresso", "flat white", null);
        assertThat(probe.values(0)).containsExactly("espresso");
        ConsumerRecord<String, String> first = probe.strings(1).get(0);
        assertThat(first.key()).isEqualTo("ana");
        assertThat(first.timestamp()).isEqualTo(time.toEpochMilli());
        assertThat(first.headers().lastHeader("shop").value()).isEqualTo("Zürich".getBytes("UTF-8"));
        assertThat(probe.endOffsets()).containsExactly(Map.entry(at(0), 1L), Map.entry(at(1), 2L));
        assertThat(probe.beginningOffsets()).containsExactly(Map.entry(at(0), 0L), Map.entry(at(1), 0L));
        assertThat(probe.endOffset(1)).isEqualTo(2);
        assertThat(probe.beginningOffset(1)).isZero();
    }

    @Test
    void readsManyRecordsInOrder() throws Exception {
        create(3);
        List<String> values =
                IntStream.range(0, 25_000).mapToObj(i -> "order-" + i).toList();
        TopicWriter.of(kafka, topic)
                .write(IntStream.range(0, values.size())
                        .mapToObj(i -> Seed.value(values.get(i)).partition(i % 3))
                        .toList());

        List<ConsumerRecord<byte[], byte[]>> records =
                TopicProbe.of(kafka, topic).records();
        assertThat(records).hasSize(values.size());
        assertThat(records)
                .isSortedAccordingTo((one, other) -> one.partition() == other.partition()
                        ? Long.compare(one.offset(), other.offset())
                        : Integer.compare(one.partition(), other.partition()));
    }

    @Test
    void seesNothingInAnEmptyTopicOrOneThatIsEmptyAgain() throws Exception {
        create(1);
        TopicProbe probe = TopicProbe.of(kafka, topic);
        assertThat(probe.records()).isEmpty();
        TopicWriter.of(kafka, topic).writeValues(List.of("a", "b"));
        kafka.admin()
                .deleteRecords(Map.of(at(0), RecordsToDelete.beforeOffset(1)))
                .all()
                .get();
        assertThat(probe.values()).containsExactly("b");
        assertThat(probe.beginningOffset(0)).isEqualTo(1);
    }

    @Test
    void tellsCommittedFromAborted() throws Exception {
        create(1);
        TopicWriter writer = TopicWriter.of(kafka, topic);
        writer.writeCommitted(List.of(Seed.value("kept")));
        writer.writeAborted(List.of(Seed.value("dropped")));

        assertThat(TopicProbe.of(kafka, topic).values()).containsExactly("kept", "dropped");
        assertThat(TopicProbe.of(kafka, topic).readCommitted().values()).containsExactly("kept");
        assertThat(TopicProbe.of(kafka, topic).endOffset(0)).as("two markers").isEqualTo(4);
    }

    /** A record that overtook the marker of a transaction would make a gap of offsets come and go. */
    @Test
    void endsATransactionBeforeAnythingElseIsWritten() throws Exception {
        create(1);
        TopicWriter writer = TopicWriter.of(kafka, topic);
        List<Long> offsets = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            offsets.add(writer.writeCommitted(List.of(Seed.value("in"))).get(0).offset());
            offsets.add(writer.write(null, "after").offset());
        }
        assertThat(offsets)
                .as("each transaction's marker stands between its record and the next one")
                .isEqualTo(LongStream.range(0, 30)
                        .filter(offset -> offset % 3 != 1)
                        .boxed()
                        .toList());
    }

    @Test
    void awaitsRecords() throws Exception {
        create(1);
        try (Background writer =
                Background.start("writer", () -> TopicWriter.of(kafka, topic).writeValues(List.of("a", "b", "c")))) {
            assertThat(TopicProbe.of(kafka, topic).awaitRecords(3, SOON, writer))
                    .hasSize(3);
        }
        assertThatThrownBy(() -> TopicProbe.of(kafka, topic).awaitRecords(4, ofMillis(200)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 4 records to be readable in " + topic + " within 200 ms, but there were 3");
    }

    @Test
    void auditsARealTopic() throws Exception {
        create(2);
        Attempts attempts = new Attempts();
        try (KafkaProducer<String, String> producer = producer()) {
            for (int i = 0; i < 200; i++) {
                String id = "order-" + i;
                String key = "customer-" + i % 7;
                producer.send(new ProducerRecord<>(topic, key, id), attempts.sending(id, key));
            }
            producer.send(
                    new ProducerRecord<>(topic, "customer-1", "x".repeat(2_000_000)),
                    attempts.sending("oversized", "customer-1"));
        }
        Supplier<DeliveryAudit> audit = () -> DeliveryAudit.of(
                attempts.all(),
                Reading.of("in the end", TopicProbe.of(kafka, topic).strings(), ConsumerRecord::value));
        DeliveryAuditAssert.assertThat(audit.get())
                .hasAcknowledgedAtLeast(200)
                .hasLostNothing()
                .hasNoDuplicates()
                .keepsOrderPerKey()
                .isNotDivergent()
                .hasNothingRefusedYetReadable()
                .hasOnlyWhatWasSent();
        assertThat(audit.get().unknown()).isEmpty();

        kafka.admin()
                .deleteRecords(Map.of(at(0), RecordsToDelete.beforeOffset(3)))
                .all()
                .get();
        TopicWriter.of(kafka, topic).write("customer-1", "order-199");
        assertThat(audit.get().lost()).hasSize(3);
        assertThat(audit.get().duplicated()).extracting(Finding.Duplicated::id).containsExactly("order-199");
    }

    private KafkaProducer<String, String> producer() {
        Map<String, Object> config = new HashMap<>(kafka.clientConfig());
        config.put("client.id", "lab-kit-test-producer");
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    @Test
    void saysHowFarItReadWhenTheEndIsOutOfReach() throws Exception {
        create(1);
        TopicWriter.of(kafka, topic).writeValues(List.of("a", "b"));
        Drain drain = new Drain(Map.of(at(0), 0L), Map.of(at(0), 5L), ofMillis(500));
        assertThatThrownBy(() -> drain.read(kafka, IsolationLevel.READ_UNCOMMITTED))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "Could not read to the end within 500 ms: read 2 records, " + at(0) + " up to offset 2 of 5");
    }

    @Test
    void saysThatATopicDoesNotExist() {
        TopicProbe probe = TopicProbe.of(kafka, topic);
        assertThat(probe.exists()).isFalse();
        assertThatThrownBy(probe::records)
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected topic " + topic + " to exist within 5 s, but there is no such topic");
    }

    @Test
    void saysThatARecordWasRefused() throws Exception {
        create(1);
        String oversized = "x".repeat(2_000_000);
        assertThatThrownBy(() -> TopicWriter.of(kafka, topic).write("key", oversized))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(topic)
                .hasMessageContaining("RecordTooLarge");
    }

    @Test
    void aGroupThatDoesNotExistIsEmpty() throws Exception {
        create(2);
        TopicWriter.of(kafka, topic).write(Seed.value("a").partition(0));
        GroupProbe group = GroupProbe.of(kafka, topic);
        assertThat(group.state()).isEqualTo(GroupState.DEAD);
        assertThat(group.members()).isEmpty();
        assertThat(group.committedOffsets()).isEmpty();
        assertThat(group.committed(at(0))).isEmpty();
        assertThat(group.lag(topic)).containsExactly(Map.entry(at(0), 1L), Map.entry(at(1), 0L));
        group.awaitNoMembers(ofSeconds(1));
        assertThatThrownBy(() -> group.awaitMembers(1, ofMillis(100)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected group " + topic + " to settle with 1 member within 100 ms, "
                        + "but it has no members and is in state Dead: []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void showsMembersAndOffsetsOf(String protocol) throws Exception {
        create(2);
        TopicWriter.of(kafka, topic)
                .write(
                        Seed.value("a").partition(0),
                        Seed.value("b").partition(0),
                        Seed.value("c").partition(1));
        GroupProbe group = GroupProbe.of(kafka, topic);
        KafkaConsumer<String, String> consumer = consumer(protocol);
        try (Background reader = Background.start("reader", () -> readAndCommit(consumer))) {
            GroupProbe.Member member = group.awaitMembers(1, SOON, reader).get(0);
            assertThat(member.clientId()).isEqualTo("lab-kit-test-" + protocol);
            assertThat(member.partitions()).containsExactlyInAnyOrder(at(0), at(1));
            assertThat(member.host()).contains("127.0.0.1");
            assertThat(group.state()).isEqualTo(GroupState.STABLE);

            group.awaitCommitted(at(0), 2, SOON, reader);
            group.awaitCommitted(at(1), 1, SOON, reader);
            assertThat(group.totalLag(topic)).isZero();
            assertThat(group.committedOffsets()).containsExactly(Map.entry(at(0), 2L), Map.entry(at(1), 1L));

            consumer.wakeup();
            reader.awaitNormalEnd(SOON, "the reader should stop");
        }
        group.awaitNoMembers(SOON);
        TopicWriter.of(kafka, topic).write(Seed.value("d").partition(1));
        assertThat(group.lag(topic)).containsExactly(Map.entry(at(0), 0L), Map.entry(at(1), 1L));
        assertThat(group.committed(at(1))).hasValue(1);
    }

    private KafkaConsumer<String, String> consumer(String protocol) {
        Map<String, Object> config = new HashMap<>(kafka.clientConfig());
        config.put("client.id", "lab-kit-test-" + protocol);
        config.put("group.id", topic);
        config.put("group.protocol", protocol);
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    private void readAndCommit(KafkaConsumer<String, String> consumer) {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (true) {
                if (!consumer.poll(ofMillis(100)).isEmpty()) {
                    consumer.commitSync();
                }
            }
        } catch (WakeupException stopped) {
            // as the test asked
        }
    }

    private void create(int partitions) throws Exception {
        kafka.admin()
                .createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get();
    }

    private TopicPartition at(int partition) {
        return new TopicPartition(topic, partition);
    }
}
