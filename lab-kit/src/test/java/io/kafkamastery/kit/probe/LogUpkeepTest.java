package io.kafkamastery.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When the wait is over, nothing is left that should have gone: on a real broker, and at the first look. */
class LogUpkeepTest {

    private static final String HOUR = String.valueOf(Duration.ofHours(1).toMillis());
    private static KafkaCluster kafka;

    @BeforeAll
    static void start() {
        kafka = Clusters.get(ClusterSpec.of(1));
    }

    @Test
    void retentionHasSeenEveryLog() throws Exception {
        for (int i = 0; i < 5; i++) {
            String old = create(Map.of("retention.ms", HOUR));
            TopicWriter.of(kafka, old).write(Seed.value("two hours old").at(hoursAgo(2)));

            LogUpkeep.awaitRetention(kafka);

            assertThat(TopicProbe.of(kafka, old).values()).as("of topic " + i).isEmpty();
        }
    }

    @Test
    void compactionHasSeenEveryLogThatWasDue() throws Exception {
        for (int i = 0; i < 5; i++) {
            String prices = create(
                    Map.of("cleanup.policy", "compact", "segment.ms", HOUR, "min.cleanable.dirty.ratio", "0.01"));
            List<Seed> changes = new ArrayList<>();
            IntStream.range(0, 20)
                    .forEach(item -> changes.add(Seed.of("item " + item, "350").at(hoursAgo(9))));
            changes.add(Seed.of("item 0", "360").at(hoursAgo(7)));
            changes.add(Seed.of("item 1", "360").at(hoursAgo(5)));
            TopicWriter.of(kafka, prices).trickle(changes);

            LogUpkeep.awaitCompaction(kafka);

            assertThat(TopicProbe.of(kafka, prices).records())
                    .as("of topic " + i)
                    .hasSize(21); // the last segment is open
        }
    }

    @Test
    void compactionHasSeenALogThatIsCleanButForAThousandth() throws Exception {
        String prices =
                create(Map.of("cleanup.policy", "compact", "segment.ms", HOUR, "min.cleanable.dirty.ratio", "0"));
        TopicWriter writer = TopicWriter.of(kafka, prices);
        writer.trickle(List.of(
                Seed.of("large", "x".repeat(200_000)).at(hoursAgo(19)),
                Seed.of("item 0", "350").at(hoursAgo(19)),
                Seed.of("later", "1").at(hoursAgo(17))));
        LogUpkeep.awaitCompaction(kafka);

        for (int i = 1; i <= 3; i++) {
            writer.trickle(List.of(
                    Seed.of("item 0", "36" + i).at(hoursAgo(17 - 4 * i + 2)),
                    Seed.of("later", "1").at(hoursAgo(17 - 4 * i))));
            LogUpkeep.awaitCompaction(kafka);

            assertThat(TopicProbe.of(kafka, prices).strings())
                    .extracting(record -> record.key())
                    .as("after change " + i)
                    .containsOnlyOnce("item 0");
        }
    }

    @Test
    void trickledRecordsOpenNewSegments() throws Exception {
        String orders = create(Map.of("segment.ms", HOUR, "retention.ms", HOUR));
        TopicWriter.of(kafka, orders)
                .trickle(IntStream.rangeClosed(0, 6)
                        .mapToObj(i -> Seed.value("order " + i).at(hoursAgo(6 - i)))
                        .toList());

        LogUpkeep.awaitRetention(kafka);

        assertThat(TopicProbe.of(kafka, orders).values()).contains("order 6").doesNotContain("order 0", "order 3");
    }

    private static Instant hoursAgo(int hours) {
        return Instant.now().minus(Duration.ofHours(hours));
    }

    private static String create(Map<String, String> settings) throws Exception {
        String name = "upkeep-" + System.nanoTime();
        NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty()).configs(settings);
        kafka.admin().createTopics(List.of(topic)).all().get();
        return name;
    }
}
