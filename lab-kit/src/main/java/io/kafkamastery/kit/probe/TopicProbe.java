package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Shows what is in a topic: all of it, from the beginning up to the end offsets at the time of the call, without joining
 * any group. Reads uncommitted records too, unless {@link #readCommitted()} is asked for.
 *
 * <p>Every read is bounded: what cannot be read within 15 seconds ends in an {@link AssertionError} that says how far it
 * came.
 */
public final class TopicProbe {

    /** A topic created a moment ago may not have reached the broker that is asked. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(5);

    private final KafkaCluster kafka;
    private final String topic;
    private final IsolationLevel isolation;

    private TopicProbe(KafkaCluster kafka, String topic, IsolationLevel isolation) {
        this.kafka = kafka;
        this.topic = topic;
        this.isolation = isolation;
    }

    /** A probe that sees every record, those of open and aborted transactions included. */
    public static TopicProbe of(KafkaCluster kafka, String topic) {
        return new TopicProbe(kafka, topic, IsolationLevel.READ_UNCOMMITTED);
    }

    /**
     * A probe of the same topic that sees only committed records. Its end offsets are the last stable offsets: what comes
     * after the start of an open transaction is not there yet.
     */
    public TopicProbe readCommitted() {
        return new TopicProbe(kafka, topic, IsolationLevel.READ_COMMITTED);
    }

    /** Whether the topic exists now. */
    public boolean exists() {
        return partitionsNow().isPresent();
    }

    /**
     * How many partitions the topic has.
     *
     * @throws AssertionError if there is no such topic
     */
    public int partitions() {
        return partitionsNow().orElseGet(this::awaitPartitions);
    }

    private int awaitPartitions() {
        AtomicReference<Integer> count = new AtomicReference<>();
        Await.within(UNTIL_KNOWN)
                .until(
                        "topic " + topic + " to exist",
                        () -> {
                            count.set(partitionsNow().orElse(null));
                            return count.get() != null;
                        },
                        () -> "there is no such topic");
        return count.get();
    }

    private Optional<Integer> partitionsNow() {
        return Answers.unless(
                        UnknownTopicOrPartitionException.class,
                        kafka.admin()
                                .describeTopics(List.of(topic))
                                .topicNameValues()
                                .get(topic),
                        "the partitions of topic " + topic)
                .map(description -> description.partitions().size());
    }

    /** All records in the order of partitions, and within a partition in the order of offsets. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        return read(allPartitions());
    }

    /** The records of one partition, in the order of offsets. */
    public List<ConsumerRecord<byte[], byte[]>> records(int partition) {
        return read(List.of(new TopicPartition(topic, partition)));
    }

    /** All records with key and value as UTF-8 text; null stays null. */
    public List<ConsumerRecord<String, String>> strings() {
        return records().stream().map(TopicProbe::asStrings).toList();
    }

    /** The records of one partition with key and value as UTF-8 text; null stays null. */
    public List<ConsumerRecord<String, String>> strings(int partition) {
        return records(partition).stream().map(TopicProbe::asStrings).toList();
    }

    /** The values of all records as UTF-8 text, in the order of {@link #records()}; null stays null. */
    public List<String> values() {
        return records().stream().map(record -> text(record.value())).collect(Collectors.toList());
    }

    /** The values of one partition's records as UTF-8 text; null stays null. */
    public List<String> values(int partition) {
        return records(partition).stream().map(record -> text(record.value())).collect(Collectors.toList());
    }

    /**
     * Waits until at least so many records are readable, and returns all that are.
     *
     * @param failFast code without which no more records will come
     * @throws AssertionError if there are fewer when the time is over
     */
    public List<ConsumerRecord<byte[], byte[]>> awaitRecords(int atLeast, Duration limit, Background... failFast) {
        AtomicReference<List<ConsumerRecord<byte[], byte[]>>> seen = new AtomicReference<>(List.of());
        Await.within(limit)
                .until(
                        atLeast + " records to be readable in " + topic,
                        () -> {
                            seen.set(records());
                            return seen.get().size() >= atLeast;
                        },
                        () -> "there were " + seen.get().size(),
                        failFast);
        return seen.get();
    }

    /** The first offset that is still there, by partition. */
    public Map<TopicPartition, Long> beginningOffsets() {
        return offsets(allPartitions(), OffsetSpec.earliest(), "beginning");
    }

    /** The offset after the last readable record, by partition: the high watermark, or the last stable offset. */
    public Map<TopicPartition, Long> endOffsets() {
        return offsets(allPartitions(), OffsetSpec.latest(), "end");
    }

    /** The first offset that is still there. */
    public long beginningOffset(int partition) {
        TopicPartition one = new TopicPartition(topic, partition);
        return offsets(List.of(one), OffsetSpec.earliest(), "beginning").get(one);
    }

    /** The offset after the last readable record: the high watermark, or the last stable offset. */
    public long endOffset(int partition) {
        TopicPartition one = new TopicPartition(topic, partition);
        return offsets(List.of(one), OffsetSpec.latest(), "end").get(one);
    }

    private List<TopicPartition> allPartitions() {
        return IntStream.range(0, partitions())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest(), "end");
        Map<TopicPartition, Long> beginnings = offsets(partitions, OffsetSpec.earliest(), "beginning");
        return new Drain(beginnings, ends, ProbeClients.LIMIT).read(kafka, isolation);
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which, String whichInWords) {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, Long> offsets =
                new TreeMap<>((one, other) -> Integer.compare(one.partition(), other.partition()));
        Answers.get(
                        kafka.admin()
                                .listOffsets(question, new ListOffsetsOptions(isolation))
                                .all(),
                        "the " + whichInWords + " offsets of topic " + topic)
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    private static ConsumerRecord<String, String> asStrings(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                text(record.key()),
                text(record.value()),
                record.headers(),
                record.leaderEpoch());
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
