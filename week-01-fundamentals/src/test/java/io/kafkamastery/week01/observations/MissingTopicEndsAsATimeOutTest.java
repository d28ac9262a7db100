package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.UsesKafka;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** A misspelt topic does not look misspelt: send() waits for metadata that never comes, and reports a time-out. */
@UsesKafka
class MissingTopicEndsAsATimeOutTest {

    @Test
    void sendWaitsForMetadataAndGivesUp(KafkaCluster kafka, FreshNames names) {
        Clients clients = new Clients(kafka);
        String misspelt = names.topic("ordres");
        int maxBlockMs = 500;
        try (KafkaProducer<String, String> producer =
                clients.producer(Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, maxBlockMs))) {
            long before = System.nanoTime();
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(misspelt, "an order"));
            Duration blocked = Duration.ofNanos(System.nanoTime() - before);

            assertThat(blocked)
                    .as("time that send() itself took")
                    .isGreaterThanOrEqualTo(Duration.ofMillis(maxBlockMs));
            assertThat(sent)
                    .failsWithin(Duration.ofSeconds(1))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(TimeoutException.class)
                    .withMessageContaining(misspelt + " not present in metadata");
        }
    }
}
