package io.kafkamastery.week02.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Prices that changed a month ago, every two hours something, and what has become of them in the log since. */
final class MonthOldPrices {

    static final int ITEMS = 1_000;
    private static final Duration STEP = Duration.ofHours(2);

    /** So long that the few items that change later are less than a thousandth of a partition. */
    private static final String LONG_NAME = "with everything ".repeat(12_500);

    private final KafkaCluster kafka;
    private final String topic;
    private final int partitions;
    private final Map<String, Long> latest = new HashMap<>();
    /** The offset of the last record that {@link #somethingLater} wrote, by partition. */
    private final Map<Integer, Long> closed = new HashMap<>();

    private Instant time = Instant.now().minus(Duration.ofDays(30));
    private long cents = 300;

    MonthOldPrices(KafkaCluster kafka, String topic, int partitions) {
        this.kafka = kafka;
        this.topic = topic;
        this.partitions = partitions;
    }

    /** An item with a very long name in every partition, which never changes. */
    void somethingLarge() {
        writeToEach("breakfast " + LONG_NAME + "of bar ");
    }

    void everyItemChanges() {
        change(IntStream.range(0, ITEMS).mapToObj(i -> "item-" + i).toArray(String[]::new));
    }

    void change(String... items) {
        List<Seed> seeds = new ArrayList<>();
        for (String item : items) {
            cents++;
            latest.put(item, cents);
            seeds.add(Seed.of(item, String.valueOf(cents)).partition(partitionOf(item)));
        }
        write(seeds);
    }

    void remove(String item) {
        latest.remove(item);
        write(List.of(Seed.of(item, null).partition(partitionOf(item))));
    }

    /** A change of another item in every partition, after which all that stands before it is due. */
    void somethingLater() {
        closed.putAll(writeToEach("special of bar "));
    }

    private Map<Integer, Long> writeToEach(String name) {
        List<Seed> seeds = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            String item = name + partition;
            cents++;
            latest.put(item, cents);
            seeds.add(Seed.of(item, String.valueOf(cents)).partition(partition));
        }
        return write(seeds);
    }

    private Map<Integer, Long> write(List<Seed> seeds) {
        time = time.plus(STEP);
        Map<Integer, Long> offsets = new HashMap<>();
        TopicWriter.of(kafka, topic)
                .write(seeds.stream().map(seed -> seed.at(time)).toList())
                .forEach(written -> offsets.put(written.partition(), written.offset()));
        return offsets;
    }

    private int partitionOf(String item) {
        return Integer.parseInt(item.substring("item-".length())) % partitions;
    }

    Map<String, Long> latest() {
        return Map.copyOf(latest);
    }

    /** Of each item there is one record at most before the last one that is later than everything else. */
    void assertCompacted(String situation) {
        Map<String, List<String>> due = new TreeMap<>();
        for (ConsumerRecord<String, String> record : TopicProbe.of(kafka, topic).strings()) {
            if (record.offset() < closed.get(record.partition())) {
                due.computeIfAbsent(BoardUnderTest.shortened(record.key()), item -> new ArrayList<>())
                        .add(record.value());
            }
        }
        due.values().removeIf(values -> values.size() == 1);
        String example = due.isEmpty()
                ? ""
                : due.keySet().iterator().next() + " " + due.values().iterator().next();
        assertThat(due.size())
                .as(
                        "items of which outdated prices are still in the log (such as %s): %s, the changes are more than an hour"
                                + " older than the last record, and the cleaner has passed",
                        example, situation)
                .isZero();
    }

    void assertHoldsTombstone(String item, Duration kept) {
        boolean there = TopicProbe.of(kafka, topic).strings().stream()
                .anyMatch(record -> item.equals(record.key()) && record.value() == null);
        assertThat(there)
                .as(
                        "the tombstone of %s is in the log: it is to be kept for %d h after it was first compacted, for readers"
                                + " that are in the middle of the log",
                        item, kept.toHours())
                .isTrue();
    }

    /** Nobody has a day to wait and see. */
    void assertTombstonesAreToBeKept(Duration kept) throws InterruptedException, ExecutionException {
        ConfigResource settings = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        long millis = Long.parseLong(kafka.admin()
                .describeConfigs(Set.of(settings))
                .all()
                .get()
                .get(settings)
                .get(TopicConfig.DELETE_RETENTION_MS_CONFIG)
                .value());
        assertThat(Duration.ofMillis(millis))
                .as(
                        "how long a tombstone can be read once it is compacted, by the topic's delete.retention.ms (%d, in"
                                + " milliseconds)",
                        millis)
                .isGreaterThanOrEqualTo(kept);
    }
}
