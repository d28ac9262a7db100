package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.week02.compaction.PriceBoard;
import io.kafkamastery.week02.compaction.PriceChange;
import io.kafkamastery.week02.compaction.Upkeep;
import io.kafkamastery.week02.compaction.solution.PriceBoardSolution;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements PriceBoard {

    private final PriceBoard right = new PriceBoardSolution();

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        right.createTopic(bootstrapServers, topic, partitions, upkeep);
    }

    @Override
    public void publish(String bootstrapServers, String topic, List<PriceChange> changes) {
        right.publish(bootstrapServers, topic, changes);
    }

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        return right.rebuild(bootstrapServers, topic);
    }

    static void createWith(String bootstrapServers, String topic, int partitions, Map<String, String> settings) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings);
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    static String millis(Duration span) {
        return String.valueOf(span.toMillis());
    }

    static KafkaProducer<String, String> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
    }

    static KafkaConsumer<String, String> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
    }

    /** What a mistake makes of each record, from the beginning to the end. */
    interface Reading {
        void record(ConsumerRecord<String, String> record, Map<String, Long> board);
    }

    static Map<String, Long> read(String bootstrapServers, String topic, Reading reading) {
        Map<String, Long> board = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = assignFromTheBeginning(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> reading.record(record, board));
            }
        }
        return board;
    }

    static List<TopicPartition> assignFromTheBeginning(KafkaConsumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    static void apply(ConsumerRecord<String, String> record, Map<String, Long> board) {
        if (record.value() == null) {
            board.remove(record.key());
        } else {
            board.put(record.key(), Long.valueOf(record.value()));
        }
    }
}
