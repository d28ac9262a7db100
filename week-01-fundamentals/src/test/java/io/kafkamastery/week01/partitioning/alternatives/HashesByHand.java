package io.kafkamastery.week01.partitioning.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.partitioning.KeyMove;
import io.kafkamastery.week01.partitioning.PartitionMap;
import io.kafkamastery.week01.partitioning.Sighting;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Computes murmur2 itself, and reads whole topics into memory as the only member of a throw-away group. */
@Alternative("murmur2 written out; subscribes in a throw-away group; streams over everything read")
final class HashesByHand implements PartitionMap {

    private static final int SEED = 0x9747b28c;
    private static final int MULTIPLIER = 0x5bd1e995;

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        return key == null
                ? OptionalInt.empty()
                : OptionalInt.of((murmur2(key.getBytes(StandardCharsets.UTF_8)) & Integer.MAX_VALUE) % partitions);
    }

    private static int murmur2(byte[] data) {
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int hash = SEED ^ data.length;
        while (bytes.remaining() >= Integer.BYTES) {
            int word = bytes.getInt() * MULTIPLIER;
            word = (word ^ word >>> 24) * MULTIPLIER;
            hash = hash * MULTIPLIER ^ word;
        }
        if (bytes.hasRemaining()) {
            for (int shift = 0; bytes.hasRemaining(); shift += Byte.SIZE) {
                hash ^= (bytes.get() & 0xff) << shift;
            }
            hash *= MULTIPLIER;
        }
        hash = (hash ^ hash >>> 13) * MULTIPLIER;
        return hash ^ hash >>> 15;
    }

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        return everything(bootstrapServers, topic).stream()
                .filter(record -> record.key() != null && record.key().equals(key))
                .collect(Collectors.groupingBy(
                        ConsumerRecord::partition,
                        Collectors.mapping(
                                record -> new Sighting(record.offset(), record.value()), Collectors.toList())));
    }

    @Override
    public Set<KeyMove> moves(Set<String> keys, int before, int after) {
        return keys.stream()
                .map(key -> new KeyMove(
                        key,
                        partitionFor(key, before).getAsInt(),
                        partitionFor(key, after).getAsInt()))
                .filter(move -> move.from() != move.to())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        List<ConsumerRecord<String, String>> records = everything(bootstrapServers, topic);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties(bootstrapServers))) {
            return IntStream.range(0, consumer.partitionsFor(topic).size())
                    .boxed()
                    .collect(Collectors.toMap(
                            partition -> partition,
                            partition -> records.stream()
                                    .filter(record -> record.partition() == partition && record.key() == null)
                                    .count()));
        }
    }

    private static List<ConsumerRecord<String, String>> everything(String bootstrapServers, String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties(bootstrapServers))) {
            Collection<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.subscribe(List.of(topic));
            Stream.Builder<ConsumerRecord<String, String>> records = Stream.builder();
            while (!consumer.assignment().containsAll(partitions) || !reached(ends, consumer)) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(500)).spliterator(), false)
                        .forEach(records);
            }
            return records.build().toList();
        }
    }

    private static boolean reached(Map<TopicPartition, Long> ends, KafkaConsumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static Properties properties(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("group.id", "partition-map-" + UUID.randomUUID());
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", "false");
        properties.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        properties.put("value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        return properties;
    }
}
