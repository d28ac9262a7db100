package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A reader of two partitions gets each in order, but not the order in which both were written. */
@UsesKafka
class OrderHoldsWithinAPartitionOnlyTest {

    @Test
    void ordersWrittenInTurnAreReadPartitionByPartition(KafkaCluster kafka, @TopicConfig(partitions = 2) Topic orders)
            throws Exception {
        Clients clients = new Clients(kafka);
        List<String> written = new ArrayList<>();
        try (KafkaProducer<String, String> producer = clients.producer()) {
            for (int i = 0; i < 10; i++) {
                String order = "order-" + i;
                // Waiting for each makes sure that they were appended in this order.
                producer.send(new ProducerRecord<>(orders.name(), i % 2, null, order))
                        .get();
                written.add(order);
            }
        }

        List<ConsumerRecord<String, String>> read = readByOneConsumer(orders, written.size(), clients);

        assertThat(ordersIn(read, 0)).containsExactly("order-0", "order-2", "order-4", "order-6", "order-8");
        assertThat(ordersIn(read, 1)).containsExactly("order-1", "order-3", "order-5", "order-7", "order-9");
        assertThat(read.stream().map(ConsumerRecord::value).toList())
                .as("orders of both partitions, as one consumer gets them")
                .containsExactlyInAnyOrderElementsOf(written)
                .isNotEqualTo(written);
    }

    private static List<ConsumerRecord<String, String>> readByOneConsumer(Topic topic, int records, Clients clients) {
        List<ConsumerRecord<String, String>> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = clients.consumer(Map.of())) {
            consumer.assign(topic.allPartitions());
            await("all " + records + " orders are read")
                    .pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                        return read.size() >= records;
                    });
        }
        return read;
    }

    private static List<String> ordersIn(List<ConsumerRecord<String, String>> records, int partition) {
        return records.stream()
                .filter(record -> record.partition() == partition)
                .map(ConsumerRecord::value)
                .toList();
    }
}
