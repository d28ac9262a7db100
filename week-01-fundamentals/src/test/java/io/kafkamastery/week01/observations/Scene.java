package io.kafkamastery.week01.observations;

import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What every observation starts from: plain clients that keep Kafka's defaults but for the one setting under observation,
 * and a look at what is in the log.
 */
record Scene(KafkaCluster kafka) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    KafkaProducer<String, String> producer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(kafka.clientConfig());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000); // fail soon if something is wrong
        all.putAll(settings);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    KafkaProducer<String, String> producer() {
        return producer(Map.of());
    }

    KafkaConsumer<String, String> consumer(Map<String, Object> settings) {
        return consumer(settings, new StringDeserializer());
    }

    <V> KafkaConsumer<String, V> consumer(Map<String, Object> settings, Deserializer<V> values) {
        Map<String, Object> all = new HashMap<>(kafka.clientConfig());
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.putAll(settings);
        return new KafkaConsumer<>(all, new StringDeserializer(), values);
    }

    /** Everything that can be read from these partitions now, in the order in which a consumer gets it. */
    List<ConsumerRecord<String, byte[]>> readAll(List<TopicPartition> partitions) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        // Nothing new is expected, so that no request need wait at the broker for it.
        Map<String, Object> plainReader =
                Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        try (KafkaConsumer<String, byte[]> consumer = consumer(plainReader, (ignored, bytes) -> bytes)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            await("reading " + partitions + " to the end")
                    .pollDelay(Duration.ZERO)
                    .atMost(PATIENCE)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                        return ends.entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                    });
        }
        return records;
    }

    /** Waits until the leaders of new partitions answer: the Admin client repeats the question until they do. */
    void awaitLeaders(List<TopicPartition> partitions) {
        partitions.forEach(this::endOffset);
    }

    long startOffset(TopicPartition partition) {
        return offset(partition, OffsetSpec.earliest());
    }

    long endOffset(TopicPartition partition) {
        return offset(partition, OffsetSpec.latest());
    }

    private long offset(TopicPartition partition, OffsetSpec spec) {
        ListOffsetsResultInfo info =
                get(kafka.admin().listOffsets(Map.of(partition, spec)).partitionResult(partition));
        return info.offset();
    }

    /** The committed offset of a group, or empty if it has none for this partition. */
    Optional<Long> committed(String group, TopicPartition partition) {
        return Optional.ofNullable(
                        get(kafka.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                                .get(partition))
                .map(committed -> committed.offset());
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the cluster's answer", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The cluster refused a request of this test: " + e.getCause(), e.getCause());
        }
    }
}
