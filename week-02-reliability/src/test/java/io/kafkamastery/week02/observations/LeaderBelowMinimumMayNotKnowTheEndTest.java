package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.ReplicaProbe;
import io.kafkamastery.kit.probe.ReplicaProbe.Holders;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Below the minimum the high watermark stands still, also for a leader that was elected just now. If it cannot know that
 * it has reached its predecessor's, it tells no end offset (KIP-207).
 */
@UsesKafka
@Brokers(3)
@Requires(Capability.KILL)
class LeaderBelowMinimumMayNotKnowTheEndTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void itTellsNoEndOffset(KafkaCluster kafka, @TopicConfig(settings = "min.insync.replicas=3") Topic orders)
            throws Exception {
        ReplicaProbe holders = ReplicaProbe.of(kafka, orders.partition(0));
        Holders healthy = holders.awaitAllInSync(SOON);
        int first = healthy.leader().orElseThrow();
        int second = healthy.followers().get(0);
        Broker third = kafka.broker(healthy.followers().get(1));
        TopicWriter.of(kafka, orders.name()).write("customer-3", "on three");

        third.kill();
        holders.awaitInSync(Set.of(first, second), SOON);
        sendToLeader(kafka, orders, "below the minimum");
        Await.within(SOON)
                .until(
                        "the follower to have it too",
                        () -> sizes(kafka, orders.partition(0), List.of(first, second))
                                        .size()
                                == 1);
        assertThat(endOffset(kafka, orders.partition(0)))
                .as("end offset that the old leader tells")
                .isEqualTo(1);

        kafka.broker(first).kill();
        holders.awaitLeader(second, SOON);
        assertThatThrownBy(() -> endOffset(kafka, orders.partition(0)))
                .as("end offset that the new leader tells")
                .hasCauseInstanceOf(TimeoutException.class);
    }

    private static void sendToLeader(KafkaCluster kafka, Topic topic, String value) throws Exception {
        Map<String, Object> settings =
                Map.of(ProducerConfig.ACKS_CONFIG, "1", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        try (KafkaProducer<String, String> producer = new Clients(kafka).producer(settings)) {
            producer.send(new ProducerRecord<>(topic.name(), value)).get();
        }
    }

    /** How many bytes of the partition these brokers hold, each number once. */
    private static Set<Long> sizes(KafkaCluster kafka, TopicPartition partition, List<Integer> brokers)
            throws Exception {
        Set<Long> sizes = new HashSet<>();
        kafka.admin()
                .describeLogDirs(brokers)
                .allDescriptions()
                .get(10, TimeUnit.SECONDS)
                .values()
                .forEach(folders -> folders.values()
                        .forEach(folder ->
                                sizes.add(folder.replicaInfos().get(partition).size())));
        return sizes;
    }

    private static long endOffset(KafkaCluster kafka, TopicPartition partition) throws Exception {
        return kafka.admin()
                .listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions().timeoutMs(3_000))
                .partitionResult(partition)
                .get()
                .offset();
    }
}
