package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.ReplicaProbe;
import io.kafkamastery.kit.probe.ReplicaProbe.Holders;
import io.kafkamastery.kit.probe.TopicWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A follower appends the batches as the leader has them: the segment files of all replicas are equal, byte by byte. */
@UsesKafka
@Brokers(3)
@Requires(Capability.LOG_DIRS)
class FollowersHoldTheSameBytesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void theSegmentsOfAllReplicasAreEqual(KafkaCluster kafka, Topic orders) throws Exception {
        TopicWriter.of(kafka, orders.name()).writeValues(List.of("flat white", "espresso"));
        TopicWriter.of(kafka, orders.name()).writeValues(List.of("croissant"));
        Holders holders = ReplicaProbe.of(kafka, orders.partition(0)).awaitAllInSync(SOON);
        byte[] leaders = segment(kafka, orders, holders.leader().orElseThrow());

        assertThat(leaders).as("the leader's first segment").isNotEmpty();
        for (int follower : holders.followers()) {
            Await.within(SOON)
                    .untilAsserted(
                            "broker " + follower + " to hold the same bytes",
                            () -> assertThat(segment(kafka, orders, follower)).isEqualTo(leaders));
        }
    }

    private static byte[] segment(KafkaCluster kafka, Topic topic, int broker) throws IOException {
        Path folder = kafka.broker(broker).logDirectory().resolve(topic.name() + "-0");
        return Files.readAllBytes(folder.resolve("00000000000000000000.log"));
    }
}
