package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.week01.partitioning.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that has been assigned all partitions of a topic; a mistake does the wrong thing with it. */
final class Scan extends KafkaConsumer<String, String> {

    private static final Duration POLL = Duration.ofMillis(200);

    Scan(String bootstrapServers, String topic) {
        super(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        assign(partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList());
    }

    void readToTheEnd(Consumer<ConsumerRecord<String, String>> action) {
        Map<TopicPartition, Long> ends = endOffsets(assignment());
        while (ends.entrySet().stream().anyMatch(end -> position(end.getKey()) < end.getValue())) {
            poll(POLL).forEach(action);
        }
    }

    Map<Integer, List<Sighting>> sightings(Predicate<ConsumerRecord<String, String>> wanted) {
        Map<Integer, List<Sighting>> sightings = new HashMap<>();
        readToTheEnd(record -> {
            if (wanted.test(record)) {
                sightings
                        .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                        .add(new Sighting(record.offset(), record.value()));
            }
        });
        return sightings;
    }

    Map<Integer, Long> noneInAnyPartition() {
        Map<Integer, Long> counts = new HashMap<>();
        assignment().forEach(partition -> counts.put(partition.partition(), 0L));
        return counts;
    }
}
