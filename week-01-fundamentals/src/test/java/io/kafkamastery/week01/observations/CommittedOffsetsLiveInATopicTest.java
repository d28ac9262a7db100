package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

/** A commit is a record in a compacted topic, under a key made of group, topic and partition. */
@UsesKafka
class CommittedOffsetsLiveInATopicTest {

    private static final String OFFSETS = "__consumer_offsets";

    @Test
    void aCommitIsARecordInACompactedTopic(KafkaCluster kafka, Topic orders, FreshNames names) throws Exception {
        String group = names.group("loyalty");
        commitTheBeginning(orders, group, new Clients(kafka));

        await("the commit is in " + OFFSETS)
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(TopicProbe.of(kafka, OFFSETS).strings())
                        .extracting(ConsumerRecord::key)
                        .filteredOn(key -> key.contains(group) && key.contains(orders.name()))
                        .as("commits of group %s for %s", group, orders)
                        .hasSize(1));
        ConfigResource offsets = new ConfigResource(ConfigResource.Type.TOPIC, OFFSETS);
        assertThat(kafka.admin()
                        .describeConfigs(List.of(offsets))
                        .all()
                        .get()
                        .get(offsets)
                        .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                        .value())
                .isEqualTo(TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private static void commitTheBeginning(Topic topic, String group, Clients clients) {
        Map<String, Object> inGroup =
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, String> consumer = clients.consumer(inGroup)) {
            consumer.assign(topic.allPartitions());
            consumer.commitSync(Map.of(topic.partition(0), new OffsetAndMetadata(0)));
        }
    }
}
