package io.kafkamastery.week02.compaction.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.compaction.PriceBoard;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.Upkeep;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

@Alternative(
        "Short segments and any dirt instead of a lag, bytes instead of texts, and a transaction for each publication")
final class PublishesInATransaction implements PriceBoard {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        Map<String, String> settings = new HashMap<>();
        settings.put("cleanup.policy", "compact");
        settings.put("segment.ms", Long.toString(upkeep.compactedWithin().toMillis()));
        settings.put("min.cleanable.dirty.ratio", "0.0");
        settings.put(
                "delete.retention.ms", Long.toString(upkeep.tombstonesKept().toMillis()));
        try (Admin admin = Admin.create(properties(bootstrapServers))) {
            admin.createTopics(
                            List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings)))
                    .values()
                    .get(topic)
                    .get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("No topic " + topic, e);
        }
    }

    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        Properties properties = properties(bootstrapServers);
        properties.setProperty("transactional.id", "board-" + UUID.randomUUID());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (PriceChange change : changes) {
                if (change.item() == null) {
                    producer.abortTransaction();
                    throw new IllegalArgumentException("No item in " + change);
                }
                producer.send(new ProducerRecord<>(topic, bytes(change.item()), valueOf(change)));
            }
            producer.commitTransaction();
        }
    }

    private static byte[] valueOf(PriceChange change) {
        if (change instanceof PriceChange.NewPrice price) {
            return bytes(Long.toString(price.cents()));
        }
        return null;
    }

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        Properties properties = properties(bootstrapServers);
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("max.poll.records", "100");
        Map<String, byte[]> latest = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (PartitionInfo info : consumer.partitionsFor(topic)) {
                TopicPartition partition = new TopicPartition(topic, info.partition());
                consumer.assign(List.of(partition));
                consumer.seek(partition, 0);
                long end = consumer.endOffsets(List.of(partition)).get(partition);
                while (consumer.position(partition) < end) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                        latest.put(text(record.key()), record.value());
                    }
                }
            }
        }
        Map<String, Long> board = new HashMap<>();
        latest.forEach((item, value) -> {
            if (value != null) {
                board.put(item, Long.parseLong(text(value)));
            }
        });
        return board;
    }

    private static Properties properties(String bootstrapServers) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        return properties;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
