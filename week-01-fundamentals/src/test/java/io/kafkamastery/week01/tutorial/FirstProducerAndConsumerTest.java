package io.kafkamastery.week01.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.GroupProbe;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Tutorial 02, from its first line to its last. */
@UsesKafka
class FirstProducerAndConsumerTest {

    @Test
    void whatIsSentIsReadAndReadOnlyOnce(
            KafkaCluster kafka, @TopicConfig(partitions = 3) Topic orders, FreshNames names) throws Exception {
        String kitchen = names.group("kitchen");

        List<RecordMetadata> places = FirstProducer.send(kafka.bootstrapServers(), orders.name());
        List<ConsumerRecord<String, String>> first =
                FirstConsumer.read(kafka.bootstrapServers(), orders.name(), kitchen);

        assertThat(places.get(0).partition())
                .as("where the two orders of customer-3 are")
                .isEqualTo(places.get(2).partition());
        assertThat(places.get(0).offset()).isLessThan(places.get(2).offset());
        assertThat(positions(first))
                .isEqualTo(places.stream().map(Object::toString).collect(Collectors.toSet()));
        assertThat(GroupProbe.of(kafka, kitchen).totalLag(orders.name())).isZero();

        List<RecordMetadata> later = FirstProducer.send(kafka.bootstrapServers(), orders.name());
        List<ConsumerRecord<String, String>> second =
                FirstConsumer.read(kafka.bootstrapServers(), orders.name(), kitchen);

        assertThat(positions(second))
                .as("what the group reads when it comes back: only what it has not read yet")
                .isEqualTo(later.stream().map(Object::toString).collect(Collectors.toSet()));
    }

    private static Set<String> positions(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(record -> record.topic() + "-" + record.partition() + "@" + record.offset())
                .collect(Collectors.toSet());
    }
}
