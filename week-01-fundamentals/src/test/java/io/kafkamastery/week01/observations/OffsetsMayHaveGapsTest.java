package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A transaction's end takes an offset that no reader is shown, so offsets do not count records. */
@UsesKafka
class OffsetsMayHaveGapsTest {

    @Test
    void theEndOfATransactionTakesAnOffset(KafkaCluster kafka, Topic orders, FreshNames names) {
        Clients clients = new Clients(kafka);
        Map<String, Object> transactional = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, names.group("till"));
        try (KafkaProducer<String, String> producer = clients.producer(transactional)) {
            producer.initTransactions();
            for (String order : new String[] {"order-0", "order-1"}) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(orders.name(), order));
                producer.commitTransaction();
            }
        }

        // The markers are written after commitTransaction() has returned.
        await("both markers are in the log")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(TopicProbe.of(kafka, orders.name()).endOffset(0))
                                .as("end offset after two orders")
                                .isEqualTo(4));
        assertThat(TopicProbe.of(kafka, orders.name()).records())
                .extracting(ConsumerRecord::offset)
                .containsExactly(0L, 2L);
    }
}
