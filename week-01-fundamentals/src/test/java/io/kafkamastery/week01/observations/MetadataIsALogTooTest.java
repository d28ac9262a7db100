package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.UsesKafka;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.junit.jupiter.api.Test;

/** The controller keeps what it knows in a log: a new topic is a record for itself and one for each partition. */
@UsesKafka
class MetadataIsALogTooTest {

    @Test
    void aTopicIsARecordAndOneForEachPartition(KafkaCluster kafka, FreshNames names) throws Exception {
        long forOnePartition = growthOfMetadataLog(names.topic("small"), 1, kafka);
        long forTwentyPartitions = growthOfMetadataLog(names.topic("large"), 20, kafka);

        // Not exactly 2 and 21: now and then the controller appends an empty record, as a sign of life.
        assertThat(forOnePartition).as("new records for 1 partition").isBetween(2L, 20L);
        assertThat(forTwentyPartitions).as("new records for 20 partitions").isGreaterThanOrEqualTo(21L);
    }

    private static long growthOfMetadataLog(String topic, int partitions, KafkaCluster kafka) throws Exception {
        long before = endOfMetadataLog(kafka);
        NewTopic created = new NewTopic(topic, Optional.of(partitions), Optional.empty());
        kafka.admin().createTopics(List.of(created)).all().get();
        return endOfMetadataLog(kafka) - before;
    }

    private static long endOfMetadataLog(KafkaCluster kafka) throws Exception {
        QuorumInfo quorum = kafka.admin().describeMetadataQuorum().quorumInfo().get();
        return quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .findFirst()
                .orElseThrow()
                .logEndOffset();
    }
}
