package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.UsesKafka;
import org.junit.jupiter.api.Test;

/** Asked for the controller, a broker names some live broker; the metadata quorum tells who is active. */
@UsesKafka
@Brokers(3)
class DescribeClusterNamesABrokerAsControllerTest {

    @Test
    void theActiveControllerIsAnotherNode(KafkaCluster kafka) throws Exception {
        int named = kafka.admin().describeCluster().controller().get().id();
        int active = kafka.admin().describeMetadataQuorum().quorumInfo().get().leaderId();

        assertThat(kafka.brokers()).extracting(Broker::id).contains(named).doesNotContain(active);
    }
}
