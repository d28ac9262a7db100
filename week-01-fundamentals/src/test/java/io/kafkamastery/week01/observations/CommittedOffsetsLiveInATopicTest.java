package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

/** A commit is a record in a compacted topic, under a key made of group, topic and partition. */
@UsesKafka
class CommittedOffsetsLiveInATopicTest {

    private static final String OFFSETS = "__consumer_offsets";

    @Test
    void aCommitIsARecordInACompactedTopic(KafkaCluster kafka, Topic orders, FreshNames names) {
        Scene scene = new Scene(kafka);
        TopicPartition partition = orders.partition(0);
        String group = names.group("loyalty");
        Map<String, Object> inGroup =
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, String> consumer = scene.consumer(inGroup)) {
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)));
        }

        await("the commit is in " + OFFSETS)
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(scene.readAll(partitionsOf(OFFSETS, kafka)))
                        .extracting(record -> record.key())
                        .filteredOn(key -> key.contains(group) && key.contains(orders.name()))
                        .as("commits of group %s for %s", group, orders.name())
                        .hasSize(1));
        ConfigResource offsets = new ConfigResource(ConfigResource.Type.TOPIC, OFFSETS);
        assertThat(Scene.get(kafka.admin().describeConfigs(List.of(offsets)).all())
                        .get(offsets)
                        .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                        .value())
                .isEqualTo(TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private static List<TopicPartition> partitionsOf(String topic, KafkaCluster kafka) {
        int partitions = Scene.get(kafka.admin().describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions()
                .size();
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }
}
