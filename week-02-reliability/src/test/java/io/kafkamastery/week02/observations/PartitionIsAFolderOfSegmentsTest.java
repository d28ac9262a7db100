package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On disk a partition is a folder of segments, each named after its first offset, each with two sparse indexes. */
@UsesKafka
@Requires(Capability.LOG_DIRS)
class PartitionIsAFolderOfSegmentsTest {

    private static final String ROLL_AFTER_AN_HOUR = "segment.ms=3600000";
    private static final int INDEX_INTERVAL_BYTES = 4096;
    private static final int OFFSET_ENTRY_BYTES = 8;
    private static final int TIME_ENTRY_BYTES = 12;

    @Test
    void eachSegmentIsNamedAfterItsFirstOffset(
            KafkaCluster kafka, @TopicConfig(settings = ROLL_AFTER_AN_HOUR) Topic orders) throws Exception {
        // A new segment is due when the first record of the open one is an hour older than the one that arrives.
        write(kafka, orders, Duration.ofHours(6), 3);
        write(kafka, orders, Duration.ofHours(4), 2);
        write(kafka, orders, Duration.ZERO, 1);

        assertThat(names(folder(kafka, orders)))
                .contains("00000000000000000000.log", "00000000000000000003.log", "00000000000000000005.log")
                .contains("00000000000000000000.index", "00000000000000000000.timeindex")
                .contains("leader-epoch-checkpoint", "partition.metadata");
    }

    @Test
    void theIndexHasAnEntryForEveryFewKilobytes(
            KafkaCluster kafka, @TopicConfig(settings = ROLL_AFTER_AN_HOUR) Topic orders) throws Exception {
        for (int i = 0; i < 40; i++) {
            write(kafka, orders, Duration.ofHours(6), 10); // a batch of about 1 kB each time
        }
        Path folder = folder(kafka, orders);
        Path index = folder.resolve("00000000000000000000.index");
        assertThat(Files.size(index))
                .as("size set aside for the index of the open segment")
                .isEqualTo(10 * 1024 * 1024);

        write(kafka, orders, Duration.ZERO, 1); // closes the segment, and cuts its indexes to what they hold
        long entries = Files.size(index) / OFFSET_ENTRY_BYTES;
        long bytes = Files.size(folder.resolve("00000000000000000000.log"));
        assertThat(entries)
                .as("entries for 400 records in 40 batches, %d bytes", bytes)
                .isBetween(2L, bytes / INDEX_INTERVAL_BYTES);
        assertThat(Files.size(index) % OFFSET_ENTRY_BYTES).isZero();
        assertThat(Files.size(folder.resolve("00000000000000000000.timeindex")) % TIME_ENTRY_BYTES)
                .isZero();
    }

    private static void write(KafkaCluster kafka, Topic topic, Duration age, int records) {
        Instant then = Instant.now().minus(age);
        List<Seed> orders = Stream.generate(() -> Seed.value("x".repeat(100)).at(then))
                .limit(records)
                .toList();
        TopicWriter.of(kafka, topic.name()).write(orders);
    }

    private static Path folder(KafkaCluster kafka, Topic topic) {
        return kafka.broker(1).logDirectory().resolve(topic.name() + "-0");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
