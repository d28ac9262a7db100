package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.junit.jupiter.api.Test;

/** A key's partition depends on the number of partitions, and that number only grows. */
@UsesKafka
class KeysMoveWhenATopicGrowsTest {

    private static final int KEYS = 200;

    @Test
    void mostKeysGoElsewhereAfterFourPartitionsBecameSix(KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders)
            throws Exception {
        Clients clients = new Clients(kafka);
        Map<String, Integer> before = partitionOfEachKey(orders, clients);

        kafka.admin()
                .createPartitions(Map.of(orders.name(), NewPartitions.increaseTo(6)))
                .all()
                .get();
        awaitThatItsLeadersAnswer(orders, kafka);
        Map<String, Integer> after = partitionOfEachKey(orders, clients);

        long moved = before.keySet().stream()
                .filter(key -> !before.get(key).equals(after.get(key)))
                .count();
        assertThat(moved).as("keys of %d that went elsewhere", KEYS).isBetween(KEYS / 2L, KEYS - 1L);
    }

    @Test
    void partitionsCannotBeTakenAway(KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders) {
        assertThatThrownBy(() -> kafka.admin()
                        .createPartitions(Map.of(orders.name(), NewPartitions.increaseTo(2)))
                        .all()
                        .get())
                .hasCauseInstanceOf(InvalidPartitionsException.class);
    }

    private static void awaitThatItsLeadersAnswer(Topic topic, KafkaCluster kafka) {
        Await.within(Duration.ofSeconds(10))
                .until(
                        "six partitions",
                        () -> TopicProbe.of(kafka, topic.name()).partitions() == 6);
        TopicProbe.of(kafka, topic.name()).endOffsets(); // asks each leader, again and again until it answers
    }

    private static Map<String, Integer> partitionOfEachKey(Topic topic, Clients clients) throws Exception {
        Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        try (KafkaProducer<String, String> producer = clients.producer()) {
            for (int i = 0; i < KEYS; i++) {
                String customer = "customer-" + i;
                sent.put(customer, producer.send(new ProducerRecord<>(topic.name(), customer, "an order")));
            }
        }
        Map<String, Integer> partitions = new LinkedHashMap<>();
        for (Map.Entry<String, Future<RecordMetadata>> record : sent.entrySet()) {
            partitions.put(record.getKey(), record.getValue().get().partition());
        }
        return partitions;
    }
}
