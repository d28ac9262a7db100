package io.kafkamastery.week01.partitioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Compares predictions with where a real producer's records landed, and findings with what is in the topic. */
@Lab(id = "1.4", title = "Keys and partitions")
class PartitionMapLabTest {

    private static final String SPREAD = "customer-everywhere";
    /** For reading a few thousand records on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    @Criterion(id = "a", value = "Predicts the partition of any key as the default partitioner chooses it")
    void predictsWhereKeysLand(
            PartitionMap lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = 3) Topic three,
            @TopicConfig(partitions = 4) Topic four,
            @TopicConfig(partitions = 6) Topic six) {
        // Wrong ways to fold a negative hash agree with the right one for 4 partitions: hence 3 and 6 as well.
        for (Topic topic : List.of(three, four, six)) {
            Map<String, Integer> landed = partitionsReachedBy(allKindsOfKeys(), kafka, topic);
            Map<String, OptionalInt> predicted = new LinkedHashMap<>();
            landed.keySet().forEach(key -> predicted.put(key, predict(lab, key, topic.partitions())));
            Differences.failIfMispredicted(predicted, landed, topic.partitions());

            assertThat(predict(lab, null, topic.partitions()))
                    .as(
                            "partitionFor(null, %d): where a record without key goes cannot be foretold",
                            topic.partitions())
                    .isEmpty();
        }
    }

    @Criterion(id = "b", value = "Shows all records of one key, partition by partition, in the order they have there")
    void showsTheRecordsOfOneKey(
            PartitionMap lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = 4) Topic orders,
            @TopicConfig(settings = TopicWriter.SHORT_SEGMENTS) Topic interrupted)
            throws Exception {
        List<RecordMetadata> written = TopicWriter.of(kafka, orders.name()).write(interleavedOrders());
        RecordMetadata firstToStay = written.get(25); // customer-0's order of round 5
        deleteRecordsBefore(firstToStay.partition(), firstToStay.offset(), kafka, orders);

        List<ConsumerRecord<String, String>> records =
                TopicProbe.of(kafka, orders.name()).strings();
        for (String customer : List.of("customer-0", "customer-1", SPREAD)) {
            Map<Integer, List<Sighting>> found = find(
                    "sightings() of " + customer,
                    () -> lab.sightings(kafka.bootstrapServers(), orders.name(), customer));
            Differences.failIfSightingsDiffer(customer, found, ofKey(customer, records));
        }

        TopicWriter.of(kafka, interrupted.name()).writeAroundAMarker(Seed.of("customer-0", "order"));
        Differences.failIfSightingsDiffer(
                "customer-0 (between which one poll() returns nothing, at the marker of a transaction)",
                find(
                        "sightings() of customer-0",
                        () -> lab.sightings(kafka.bootstrapServers(), interrupted.name(), "customer-0")),
                ofKey("customer-0", TopicProbe.of(kafka, interrupted.name()).strings()));
    }

    @Criterion(id = "c", value = "Lists which of the given keys move when the topic grows from 4 to 6 partitions")
    void listsTheKeysThatMove(PartitionMap lab, KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders)
            throws Exception {
        List<String> customers =
                IntStream.range(0, 200).mapToObj(i -> "customer-" + i).toList();
        Map<String, Integer> before = partitionsReachedBy(customers, kafka, orders);
        grow(kafka, orders, 6);
        Map<String, Integer> after = partitionsReachedBy(customers, kafka, orders);

        Set<KeyMove> listed = answer("moves() from 4 to 6 partitions", () -> lab.moves(Set.copyOf(customers), 4, 6));

        Differences.failIfMovesDiffer(listed, before, after);
    }

    @Criterion(
            id = "d",
            value = "Counts the records without key in each partition, from the data and up to the topic's end",
            seconds = 30)
    void countsRecordsWithoutKey(
            PartitionMap lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = 4) Topic mixed,
            @TopicConfig(partitions = 6) Topic ticks,
            @TopicConfig(settings = TopicWriter.SHORT_SEGMENTS) Topic interrupted)
            throws Exception {
        TopicWriter.of(kafka, mixed.name()).write(unevenlySpread());
        // The end of partition 3 is not the offset after its last record: a transaction's marker stands between them.
        TopicWriter.of(kafka, mixed.name())
                .writeCommitted(List.of(Seed.value("the last tick").partition(3)));
        deleteRecordsBefore(0, 3, kafka, mixed);
        Differences.failIfCountsDiffer(
                count(lab, kafka, mixed),
                Map.of(0, 4L, 1, 0L, 2, 3L, 3, 1L),
                "a topic with keys, empty keys and no keys");

        List<RecordMetadata> landed = TopicWriter.of(kafka, ticks.name()).writeValues(Collections.nCopies(200, "tick"));
        Map<Integer, Long> reached = new TreeMap<>();
        ticks.allPartitions().forEach(partition -> reached.put(partition.partition(), 0L));
        landed.forEach(record -> reached.merge(record.partition(), 1L, Long::sum));
        Differences.failIfCountsDiffer(
                count(lab, kafka, ticks), reached, "a topic into which one producer sent 200 tiny records without key");

        TopicWriter.of(kafka, interrupted.name()).writeAroundAMarker(Seed.value("tick"));
        Differences.failIfCountsDiffer(
                count(lab, kafka, interrupted),
                Map.of(0, 6L),
                "a topic where one poll() returns nothing although more follows, at the marker of a transaction");
    }

    /** About half of these hash to a negative number, and some are more than ASCII, or less than one letter. */
    private static List<String> allKindsOfKeys() {
        return Stream.concat(
                        Stream.of(
                                "",
                                " ",
                                "x".repeat(1_000),
                                "Zürich",
                                "Genève",
                                "Köln",
                                "Málaga",
                                "Ålesund",
                                "カフェ",
                                "☕"),
                        IntStream.range(0, 50).mapToObj(i -> "customer-" + i))
                .toList();
    }

    /**
     * 300 rounds of five records: three customers whose orders the key leads, one whose orders were put into every
     * partition by hand, and a record without key. It is more than one poll() returns, and the clock runs backwards.
     */
    private static List<Seed> interleavedOrders() {
        // Not some fixed day: retention deletes what is a week old, even while a test is reading it.
        Instant now = Instant.now();
        List<Seed> seeds = new ArrayList<>();
        for (int round = 0; round < 300; round++) {
            Instant time = now.minusSeconds(round);
            for (int customer = 0; customer < 3; customer++) {
                seeds.add(Seed.of("customer-" + customer, "order " + round).at(time));
            }
            seeds.add(Seed.of(SPREAD, "order " + round).partition(round % 4).at(time));
            seeds.add(Seed.value("tick " + round).partition(round % 4).at(time));
        }
        return seeds;
    }

    /** Without key: 7 records in partition 0, 3 in 2, and none in 1, which holds nothing at all, and 3. */
    private static List<Seed> unevenlySpread() {
        List<Seed> seeds = new ArrayList<>();
        IntStream.range(0, 7).forEach(i -> seeds.add(Seed.value("tick " + i).partition(0)));
        IntStream.range(0, 1_200)
                .forEach(i -> seeds.add(Seed.of("customer-" + i, "order " + i).partition(i % 2 == 0 ? 0 : 2)));
        IntStream.range(0, 3).forEach(i -> seeds.add(Seed.value("tick " + i).partition(2)));
        IntStream.range(0, 5).forEach(i -> seeds.add(Seed.of("", "an empty key").partition(3)));
        return seeds;
    }

    private static Map<String, Integer> partitionsReachedBy(List<String> keys, KafkaCluster kafka, Topic topic) {
        List<RecordMetadata> landed = TopicWriter.of(kafka, topic.name())
                .write(keys.stream().map(key -> Seed.of(key, "an order")).toList());
        Map<String, Integer> partitions = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            partitions.put(keys.get(i), landed.get(i).partition());
        }
        return partitions;
    }

    private static Map<Integer, List<Sighting>> ofKey(String key, List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .filter(record -> key.equals(record.key()))
                .collect(Collectors.groupingBy(
                        ConsumerRecord::partition,
                        Collectors.mapping(
                                record -> new Sighting(record.offset(), record.value()), Collectors.toList())));
    }

    /** As retention does after a while: the partition then begins at that offset. */
    private static void deleteRecordsBefore(int partition, long offset, KafkaCluster kafka, Topic topic)
            throws Exception {
        TopicPartition shortened = topic.partition(partition);
        kafka.admin()
                .deleteRecords(Map.of(shortened, RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    private static void grow(KafkaCluster kafka, Topic topic, int partitions) throws Exception {
        kafka.admin()
                .createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(partitions)))
                .all()
                .get();
        // Written only once the last of the new partitions is known and has a leader.
        TopicWriter.of(kafka, topic.name()).write(Seed.value("grown").partition(partitions - 1));
    }

    private static OptionalInt predict(PartitionMap lab, String key, int partitions) {
        String call = "partitionFor(" + (key == null ? "null" : "\"" + key + "\"") + ", " + partitions + ")";
        return answer(call, () -> lab.partitionFor(key, partitions));
    }

    private static Map<Integer, Long> count(PartitionMap lab, KafkaCluster kafka, Topic topic) {
        return find(
                "recordsWithoutKey() of a topic with " + topic.partitions() + " partitions",
                () -> lab.recordsWithoutKey(kafka.bootstrapServers(), topic.name()));
    }

    /** What the lab finds in the data; that it does not come to an end is said in the criterion's words. */
    private static <T> T find(String call, Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        try (Background reading = Background.start(call, () -> answer.set(question.get()))) {
            reading.awaitNormalEnd(
                    PATIENCE, call + " should return what it has found when it has read as far as the topic's end");
        }
        return answer(call, answer::get);
    }

    /** What the lab answers; that it does not answer, or with null, is said in the criterion's words. */
    private static <T> T answer(String call, Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (RuntimeException e) {
            throw new AssertionError(call + " should return an answer, but threw " + e, e);
        }
        assertThat(answer).as("%s should return an answer", call).isNotNull();
        return answer;
    }
}
