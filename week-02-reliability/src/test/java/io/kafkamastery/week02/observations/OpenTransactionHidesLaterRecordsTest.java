package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A read_committed reader stops in front of an open transaction, also for records that belong to none. */
@UsesKafka
class OpenTransactionHidesLaterRecordsTest {

    @Test
    void whatComesAfterAnOpenTransactionWaitsForItsEnd(KafkaCluster kafka, Topic payments, FreshNames names)
            throws Exception {
        TopicProbe everything = TopicProbe.of(kafka, payments.name());
        Map<String, Object> transactional = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, names.group("till"));
        try (KafkaProducer<String, String> till = new Clients(kafka).producer(transactional)) {
            till.initTransactions();
            till.beginTransaction();
            till.send(new ProducerRecord<>(payments.name(), "in the transaction"))
                    .get();
            TopicWriter.of(kafka, payments.name()).writeValues(List.of("in none"));

            assertThat(everything.values()).containsExactly("in the transaction", "in none");
            assertThat(everything.readCommitted().values())
                    .as("read_committed, while the transaction is open")
                    .isEmpty();

            till.abortTransaction();
            Await.within(Duration.ofSeconds(10))
                    .untilAsserted(
                            "what belongs to no transaction to appear",
                            () -> assertThat(everything.readCommitted().values())
                                    .containsExactly("in none"));
            assertThat(everything.values())
                    .as("read_uncommitted, after the abort")
                    .containsExactly("in the transaction", "in none");
        }
    }
}
