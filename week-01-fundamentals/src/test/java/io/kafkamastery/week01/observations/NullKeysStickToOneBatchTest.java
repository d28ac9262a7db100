package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Records without a key are not dealt out in turn: they stay on a partition until about a batch has gone there. */
@UsesKafka
class NullKeysStickToOneBatchTest {

    @Test
    void twoHundredTinyRecordsShareOnePartition(KafkaCluster kafka, @TopicConfig(partitions = 6) Topic ticks)
            throws Exception {
        assertThat(partitionsReachedBy(200, "tick", ticks, new Clients(kafka)))
                .as("partitions reached by 200 tiny records without a key")
                .hasSize(1);
    }

    @Test
    void manyBatchesReachOtherPartitions(KafkaCluster kafka, @TopicConfig(partitions = 6) Topic pages)
            throws Exception {
        assertThat(partitionsReachedBy(2_000, "x".repeat(1_000), pages, new Clients(kafka)))
                .as("partitions reached by 2,000 records of 1 kB without a key")
                .hasSizeGreaterThan(1);
    }

    private static Set<Integer> partitionsReachedBy(int records, String value, Topic topic, Clients clients)
            throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, String> producer = clients.producer()) {
            for (int i = 0; i < records; i++) {
                sent.add(producer.send(new ProducerRecord<>(topic.name(), value)));
            }
        }
        Set<Integer> partitions = new TreeSet<>();
        for (Future<RecordMetadata> record : sent) {
            partitions.add(record.get().partition());
        }
        return partitions;
    }
}
