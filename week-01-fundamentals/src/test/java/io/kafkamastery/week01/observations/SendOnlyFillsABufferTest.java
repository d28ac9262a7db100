package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** When send() returns, the record waits in the producer; flush() sends it, and a producer that just goes loses it. */
@UsesKafka
class SendOnlyFillsABufferTest {

    /** Long enough that nothing is sent by itself during a test. */
    private static final Map<String, Object> LINGER_LONG = Map.of(ProducerConfig.LINGER_MS_CONFIG, 60_000);

    @Test
    void nothingIsInTheLogUntilTheBatchIsSent(KafkaCluster kafka, Topic orders) throws Exception {
        Clients clients = new Clients(kafka);
        try (KafkaProducer<String, String> producer = clients.producer(LINGER_LONG)) {
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(orders.name(), "an order"));

            assertThat(sent).as("the result, right after send()").isNotDone();
            assertThat(TopicProbe.of(kafka, orders.name()).endOffset(0)).isZero();

            producer.flush();
            assertThat(sent).as("the result, after flush()").isDone();
            assertThat(sent.get().offset()).isZero();
            assertThat(TopicProbe.of(kafka, orders.name()).endOffset(0)).isEqualTo(1);
        }
    }

    @Test
    void aProducerThatDoesNotWaitLosesItsBuffer(KafkaCluster kafka, Topic orders) {
        Clients clients = new Clients(kafka);
        Future<RecordMetadata> sent;
        try (KafkaProducer<String, String> producer = clients.producer(LINGER_LONG)) {
            sent = producer.send(new ProducerRecord<>(orders.name(), "an order"));
            producer.close(Duration.ZERO); // as if the process ended here
        }

        assertThat(sent).failsWithin(Duration.ofSeconds(5));
        assertThat(TopicProbe.of(kafka, orders.name()).endOffset(0)).isZero();
    }
}
