package io.kafkamastery.week01.serialization;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The way of a value from a producer through a topic to a consumer. */
final class ThroughKafka {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    private ThroughKafka() {}

    /** Sends the values with this serde's serializer, and returns what a consumer makes of them with its deserializer. */
    static <V> List<V> roundTrip(KafkaCluster kafka, Topic topic, Serde<V> serde, List<V> values)
            throws ExecutionException, InterruptedException {
        Serializer<V> serializer = serde.serializer();
        Deserializer<V> deserializer = serde.deserializer();
        try (Producer<String, V> producer =
                new KafkaProducer<>(producerSettings(kafka), new StringSerializer(), serializer)) {
            send(
                    producer,
                    values.stream()
                            .map(value -> new ProducerRecord<String, V>(topic.name(), value))
                            .toList());
        }
        try (Consumer<String, V> consumer =
                new KafkaConsumer<>(consumerSettings(kafka), new StringDeserializer(), deserializer)) {
            return read(consumer, topic, values.size()).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    /** Sends the records, and returns when all are acknowledged. */
    static <K, V> void send(Producer<K, V> producer, List<ProducerRecord<K, V>> records)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(producer.send(record)));
        producer.flush();
        for (Future<RecordMetadata> outcome : sent) {
            outcome.get();
        }
    }

    /** Reads the topic from its beginning, until so many records have come. */
    static <K, V> List<ConsumerRecord<K, V>> read(Consumer<K, V> consumer, Topic topic, int count) {
        List<ConsumerRecord<K, V>> read = new ArrayList<>();
        consumer.assign(topic.allPartitions());
        consumer.seekToBeginning(topic.allPartitions());
        Await.within(LIMIT)
                .until(
                        "what was sent to come out of the topic, " + count + " in number",
                        () -> {
                            consumer.poll(POLL).forEach(read::add);
                            return read.size() >= count;
                        },
                        () -> "only " + read.size() + " did");
        return read;
    }

    /** The cluster's address, and limits to every wait. */
    static Map<String, Object> producerSettings(KafkaCluster kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        return settings;
    }

    /** The cluster's address, and no group: whoever reads here keeps no offsets. */
    static Map<String, Object> consumerSettings(KafkaCluster kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50); // a consumer that closes waits for its last fetch
        return settings;
    }
}
