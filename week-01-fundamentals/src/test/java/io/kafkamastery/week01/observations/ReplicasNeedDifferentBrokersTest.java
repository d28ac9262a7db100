package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.UsesKafka;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.junit.jupiter.api.Test;

/** No broker holds two replicas of a partition, so there cannot be more replicas than brokers. */
@UsesKafka
class ReplicasNeedDifferentBrokersTest {

    @Test
    void moreReplicasThanBrokersAreRefused(KafkaCluster kafka, FreshNames names) {
        short oneTooMany = (short) (kafka.brokers().size() + 1);
        NewTopic topic = new NewTopic(names.topic("orders"), 1, oneTooMany);

        assertThatThrownBy(
                        () -> kafka.admin().createTopics(List.of(topic)).all().get())
                .hasCauseInstanceOf(InvalidReplicationFactorException.class);
    }
}
