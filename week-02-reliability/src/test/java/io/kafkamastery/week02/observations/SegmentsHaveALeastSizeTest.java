package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.UsesKafka;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.junit.jupiter.api.Test;

/** A segment is at least one megabyte: tricks of older guides with tiny segments are refused. */
@UsesKafka
class SegmentsHaveALeastSizeTest {

    @Test
    void aSegmentOfLessThanAMegabyteIsRefused(KafkaCluster kafka, FreshNames names) throws Exception {
        create(kafka, names, 1024 * 1024);

        assertThatThrownBy(() -> create(kafka, names, 1024 * 1024 - 1))
                .hasCauseInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("segment.bytes");
    }

    private static void create(KafkaCluster kafka, FreshNames names, int segmentBytes) throws Exception {
        NewTopic topic = new NewTopic(names.topic("orders"), Optional.of(1), Optional.empty())
                .configs(Map.of("segment.bytes", String.valueOf(segmentBytes)));
        kafka.admin().createTopics(List.of(topic)).all().get();
    }
}
