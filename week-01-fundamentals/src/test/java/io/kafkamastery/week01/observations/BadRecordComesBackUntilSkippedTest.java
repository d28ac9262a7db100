package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.junit.jupiter.api.Test;

/** A record that cannot be deserialized throws in poll(), and again in the next, until somebody steps over it. */
@UsesKafka
class BadRecordComesBackUntilSkippedTest {

    @Test
    void pollFailsAtTheSameOffsetUntilItIsSkipped(KafkaCluster kafka, Topic numbers) {
        Clients clients = new Clients(kafka);
        TopicPartition partition = numbers.partition(0);
        try (KafkaProducer<String, String> producer = clients.producer()) {
            producer.send(new ProducerRecord<>(numbers.name(), "good")); // four bytes: an integer
            producer.send(new ProducerRecord<>(numbers.name(), "bad")); // three bytes: none
            producer.send(new ProducerRecord<>(numbers.name(), "fine"));
        }

        try (KafkaConsumer<String, Integer> consumer =
                clients.consumer(Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false), new IntegerDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);

            assertThat(pollUntilItThrows(consumer).offset()).isEqualTo(1);
            assertThat(consumer.position(partition))
                    .as("position after the failure")
                    .isEqualTo(1);
            assertThat(pollUntilItThrows(consumer).offset())
                    .as("the next failure")
                    .isEqualTo(1);

            consumer.seek(partition, 2);
            List<Long> offsets = new ArrayList<>();
            await("the record behind it is read").atMost(Duration.ofSeconds(10)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> offsets.add(record.offset()));
                return !offsets.isEmpty();
            });
            assertThat(offsets).containsExactly(2L);
        }
    }

    private static RecordDeserializationException pollUntilItThrows(KafkaConsumer<String, Integer> consumer) {
        List<RecordDeserializationException> thrown = new ArrayList<>();
        await("poll() meets the bad record").atMost(Duration.ofSeconds(10)).until(() -> {
            try {
                consumer.poll(Duration.ofMillis(200));
            } catch (RecordDeserializationException e) {
                thrown.add(e);
            }
            return !thrown.isEmpty();
        });
        return thrown.get(0);
    }
}
