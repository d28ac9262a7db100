package io.kafkamastery.week01.partitioning.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.partitioning.KeyMove;
import io.kafkamastery.week01.partitioning.PartitionMap;
import io.kafkamastery.week01.partitioning.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks Kafka's own partitioner, learns the ends from the Admin client, and reads one partition after the other. */
@Alternative(
        "the client's own partitioner; ends by Admin; one partition at a time; keys as bytes; empty lists for none")
final class ReadsPartitionAfterPartition implements PartitionMap {

    @Override
    public OptionalInt partitionFor(String key, int partitions) {
        if (key == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(BuiltInPartitioner.partitionForKey(bytes(key), partitions));
    }

    @Override
    public Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key) {
        Map<Integer, List<Sighting>> sightings = new LinkedHashMap<>();
        byte[] wanted = bytes(key);
        ends(bootstrapServers, topic).forEach((partition, end) -> {
            List<Sighting> here = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : read(bootstrapServers, partition, end)) {
                if (Arrays.equals(wanted, record.key())) {
                    here.add(new Sighting(record.offset(), new String(record.value(), StandardCharsets.UTF_8)));
                }
            }
            sightings.put(partition.partition(), here);
        });
        return sightings;
    }

    @Override
    public Set<KeyMove> moves(Set<String> keys, int before, int after) {
        Set<KeyMove> moves = new LinkedHashSet<>();
        keys.forEach(key -> moves.add(new KeyMove(
                key,
                BuiltInPartitioner.partitionForKey(bytes(key), before),
                BuiltInPartitioner.partitionForKey(bytes(key), after))));
        moves.removeIf(move -> move.from() == move.to());
        return moves;
    }

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        Map<Integer, Long> counts = new LinkedHashMap<>();
        ends(bootstrapServers, topic)
                .forEach((partition, end) -> counts.put(
                        partition.partition(),
                        read(bootstrapServers, partition, end).stream()
                                .filter(record -> record.key() == null)
                                .count()));
        return counts;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<TopicPartition, Long> ends(String bootstrapServers, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> question = new LinkedHashMap<>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .forEach(info -> question.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new LinkedHashMap<>();
            admin.listOffsets(question).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            String bootstrapServers, TopicPartition partition, long end) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                records.addAll(consumer.poll(Duration.ofMillis(100)).records(partition));
            }
        }
        return records;
    }
}
