package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until every broker has looked after its logs, so that a test can say at once what is left standing: what retention
 * or compaction has not taken by then, it does not take.
 *
 * <p>It watches a topic of its own that has work for them at any time. That takes about a second on the kit's brokers,
 * and minutes where they look as seldom as Kafka's defaults have it: a criterion that waits for it requires
 * {@link io.kafkamastery.kit.cluster.Capability#BROKER_SETTINGS}.
 */
public final class LogUpkeep {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(30));

    /**
     * So large that the witness always counts as the cleanest log of all, whose turn is the last: nearly as large as a
     * record may be. The three small records that are dirty in it are less than 0.04 % of it.
     */
    private static final String LARGE_HEAD = "x".repeat(1_000_000);

    private final KafkaCluster kafka;
    private final String witness;
    private final List<TopicPartition> partitions;

    private LogUpkeep(KafkaCluster kafka, String witness, List<TopicPartition> partitions) {
        this.kafka = kafka;
        this.witness = witness;
        this.partitions = partitions;
    }

    /**
     * Returns when every broker has gone through all its logs for segments that are too old or too many, from first to
     * last and since the call.
     */
    public static void awaitRetention(KafkaCluster kafka) {
        with(
                kafka,
                Map.of("cleanup.policy", "delete", "retention.ms", millis(HOUR)),
                LogUpkeep::threeRoundsOfRetention);
    }

    /**
     * Returns when every broker has compacted all logs that were due to be compacted at the call. Those of which more
     * than 99.95 % are clean already may be left out.
     */
    public static void awaitCompaction(KafkaCluster kafka) {
        Map<String, String> settings =
                Map.of("cleanup.policy", "compact", "segment.ms", millis(HOUR), "min.cleanable.dirty.ratio", "0");
        with(kafka, settings, LogUpkeep::twoRoundsOfCompaction);
    }

    private static void with(
            KafkaCluster kafka, Map<String, String> settings, java.util.function.Consumer<LogUpkeep> wait) {
        String name = "lab-kit-witness-" + Long.toString(System.nanoTime(), 36);
        Collection<Node> brokers = Answers.get(kafka.admin().describeCluster().nodes(), "which brokers there are");
        Map<Integer, List<Integer>> onePartitionABroker = new HashMap<>();
        brokers.forEach(broker -> onePartitionABroker.put(onePartitionABroker.size(), List.of(broker.id())));
        NewTopic topic = new NewTopic(name, onePartitionABroker).configs(settings);
        Answers.done(kafka.admin().createTopics(List.of(topic)).all(), "that a topic to watch was created");
        try {
            wait.accept(new LogUpkeep(
                    kafka,
                    name,
                    onePartitionABroker.keySet().stream()
                            .map(number -> new TopicPartition(name, number))
                            .toList()));
        } finally {
            kafka.admin().deleteTopics(List.of(name));
        }
    }

    /**
     * A round that was under way at the call may have passed the logs in question; in the next one the witness may come
     * before them. When the third has reached the witness, the second is complete.
     */
    private void threeRoundsOfRetention() {
        for (long round = 1; round <= 3; round++) {
            long emptied = round;
            writeToEach(Seed.value("too old").at(LONG_AGO));
            Await.within(LIMIT)
                    .until(
                            "the brokers to delete old segments",
                            () -> ask(OffsetSpec.earliest()).values().stream()
                                    .allMatch(beginning -> beginning.offset() == emptied));
        }
    }

    /**
     * A cleaner takes the log with the largest dirty part first. The first round leaves the witness with a large clean
     * part, so that in the second one every other log is served before it.
     */
    private void twoRoundsOfCompaction() {
        writeToEach(Seed.of("head", LARGE_HEAD).at(LONG_AGO));
        for (int round = 1; round <= 2; round++) {
            Instant start = LONG_AGO.plus(HOUR.multipliedBy(10L * round));
            // Each opens a segment, being so much later. What the last of them outdates is not in reach of the cleaner.
            for (int part = 0; part < 3; part++) {
                writeToEach(Seed.of("price", "version " + part).at(start.plus(HOUR.multipliedBy(2L * part))));
            }
            Await.within(LIMIT)
                    .until(
                            "the brokers to compact logs",
                            () -> ask(OffsetSpec.forTimestamp(start.toEpochMilli())).values().stream()
                                    .allMatch(first -> first.timestamp() > start.toEpochMilli()));
        }
    }

    private void writeToEach(Seed seed) {
        List<Seed> seeds = new ArrayList<>();
        partitions.forEach(partition -> seeds.add(seed.partition(partition.partition())));
        TopicWriter.of(kafka, witness).write(seeds);
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ask(OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return Answers.get(kafka.admin().listOffsets(question).all(), "the offsets of the watched topic");
    }

    private static String millis(Duration span) {
        return String.valueOf(span.toMillis());
    }
}
