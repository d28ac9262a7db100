package io.kafkamastery.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Copies of a partition's folder, from a real broker. */
class PartitionCopyTest {

    private static final String LOG = "00000000000000000000.log";

    private static KafkaCluster kafka;
    private static TopicPartition partition;

    @BeforeAll
    static void write() throws Exception {
        kafka = Clusters.get(ClusterSpec.of(1));
        assumeTrue(kafka.capabilities().contains(Capability.LOG_DIRS));
        partition = new TopicPartition("copied-" + System.nanoTime(), 0);
        NewTopic topic = new NewTopic(partition.topic(), Optional.of(1), Optional.empty());
        kafka.admin().createTopics(List.of(topic)).all().get();
        TopicWriter.of(kafka, partition.topic()).write("customer-1", "a flat white");
    }

    @Test
    void holdsWhatTheBrokerWroteUntilItIsClosed() throws Exception {
        Path folder;
        try (PartitionCopy copy = PartitionCopy.of(kafka, partition)) {
            folder = copy.folder();
            assertThat(Files.readString(folder.resolve(LOG), StandardCharsets.ISO_8859_1))
                    .contains("customer-1", "a flat white");
            assertThat(folder.resolve("00000000000000000000.index")).exists();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void isDamagedByOneBitAndTheBrokersFileIsNot() throws Exception {
        try (PartitionCopy copy = PartitionCopy.of(kafka, partition)) {
            byte[] before = Files.readAllBytes(copy.folder().resolve(LOG));
            copy.flipBit(LOG, 61);
            byte[] after = Files.readAllBytes(copy.folder().resolve(LOG));
            assertThat(after[61] ^ before[61]).isEqualTo(1);
            after[61] = before[61];
            assertThat(after).isEqualTo(before);
        }
        assertThat(TopicProbe.of(kafka, partition.topic()).values()).containsExactly("a flat white");
    }

    @Test
    void hasNoByteBehindItsEnd() {
        try (PartitionCopy copy = PartitionCopy.of(kafka, partition)) {
            assertThatThrownBy(() -> copy.flipBit(LOG, 1_000_000))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("There is no byte 1000000 in " + LOG);
        }
    }
}
