package io.kafkamastery.week01.partitioning.solution;

import io.kafkamastery.week01.partitioning.KeyMove;
import io.kafkamastery.week01.partitioning.PartitionMap;
import io.kafkamastery.week01.partitioning.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/** Predicts with the hash that the default partitioner uses, and reads topics without a consumer group. */
public final class PartitionMapSolution implements PartitionMap {

    private static final Duration POLL = Duration.ofMillis(200);

    // region: predict
    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        if (key == null) {
            return OptionalInt.empty();
        }
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        // Not Math.abs: toPositive clears the sign bit, and gives another number.
        return OptionalInt.of(Utils.toPositive(Utils.murmur2(bytes)) % partitions);
    }
    // endregion

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        Map<Integer, List<Sighting>> sightings = new TreeMap<>();
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            readToTheEnd(consumer, partitionsOf(topic, consumer), record -> {
                if (key.equals(record.key())) { // in this order: a record's key may be null
                    sightings
                            .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                            .add(new Sighting(record.offset(), record.value()));
                }
            });
        }
        return sightings;
    }

    @Override
    public Set<KeyMove> moves(Set<String> keys, int before, int after) {
        Set<KeyMove> moves = new HashSet<>();
        for (String key : keys) {
            int from = partitionFor(key, before).orElseThrow();
            int to = partitionFor(key, after).orElseThrow();
            if (from != to) {
                moves.add(new KeyMove(key, from, to));
            }
        }
        return moves;
    }

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        Map<Integer, Long> counts = new TreeMap<>();
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            partitions.forEach(partition -> counts.put(partition.partition(), 0L));
            readToTheEnd(consumer, partitions, record -> {
                if (record.key() == null) {
                    counts.merge(record.partition(), 1L, Long::sum);
                }
            });
        }
        return counts;
    }

    private static Consumer<String, String> consumer(String bootstrapServers) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // Closing waits for the fetch that is under way: half a second by default, at the end of a topic.
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                50);
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    private static List<TopicPartition> partitionsOf(String topic, Consumer<?, ?> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    // region: read-to-the-end
    private static void readToTheEnd(
            Consumer<String, String> consumer,
            List<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<String, String>> action) {
        consumer.assign(partitions); // no group: nobody shares the partitions with us, and nothing is committed
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(POLL).forEach(action);
        }
    }
    // endregion
}
