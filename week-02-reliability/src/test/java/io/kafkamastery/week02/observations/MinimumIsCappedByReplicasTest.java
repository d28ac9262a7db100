package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.TopicProbe;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** More in-sync replicas than there are replicas are not waited for: one replica with a minimum of two takes all. */
@UsesKafka
class MinimumIsCappedByReplicasTest {

    @Test
    void oneReplicaIsEnoughForAMinimumOfTwo(
            KafkaCluster kafka, @TopicConfig(replication = 1, settings = "min.insync.replicas=2") Topic orders)
            throws Exception {
        try (KafkaProducer<String, String> producer =
                new Clients(kafka).producer(Map.of(ProducerConfig.ACKS_CONFIG, "all"))) {
            producer.send(new ProducerRecord<>(orders.name(), "an order")).get();
        }

        assertThat(TopicProbe.of(kafka, orders.name()).values()).containsExactly("an order");
    }
}
