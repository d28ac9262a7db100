package io.kafkamastery.week01.observations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.TopicProbe;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** A value is bytes to a broker: broken JSON is stored as gladly as good, and given back as it came. */
@UsesKafka
class BrokersDoNotLookInsideTest {

    @Test
    void brokenJsonAndPlainNoiseAreStoredAsTheyCame(KafkaCluster kafka, Topic orders) throws Exception {
        byte[] good = "{\"orderId\":\"order-17\"}".getBytes(UTF_8);
        byte[] broken = "{\"orderId\":\"order-17\"".getBytes(UTF_8);
        byte[] noise = {0, -1, 127, -128, 0};

        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : List.of(good, broken, noise)) {
                producer.send(new ProducerRecord<>(orders.name(), value)).get();
            }
        }

        assertThat(TopicProbe.of(kafka, orders.name()).records())
                .extracting(ConsumerRecord::value)
                .containsExactly(good, broken, noise);
    }
}
