package io.kafkamastery.week02.observations;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The clients under observation: they keep Kafka's defaults, but for what a test is about. */
record Clients(KafkaCluster kafka) {

    KafkaProducer<String, String> producer() {
        return producer(Map.of());
    }

    KafkaProducer<String, String> producer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(kafka.clientConfig());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000); // fail soon if something is wrong
        all.putAll(settings);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    KafkaConsumer<String, String> consumer(Map<String, Object> settings) {
        return consumer(settings, new StringDeserializer());
    }

    /** A consumer that starts at the beginning of what it has no committed offset for. */
    <V> KafkaConsumer<String, V> consumer(Map<String, Object> settings, Deserializer<V> values) {
        Map<String, Object> all = new HashMap<>(kafka.clientConfig());
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.putAll(settings);
        return new KafkaConsumer<>(all, new StringDeserializer(), values);
    }
}
