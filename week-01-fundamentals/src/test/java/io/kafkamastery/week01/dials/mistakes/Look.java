package io.kafkamastery.week01.dials.mistakes;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that has been assigned all partitions of a topic; a mistake does the wrong thing with it. */
final class Look extends KafkaConsumer<String, String> {

    private static final Duration POLL = Duration.ofMillis(200);

    Look(String bootstrapServers, String topic) {
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

    /** The values before the end offsets. */
    Set<String> values() {
        Set<String> values = new HashSet<>();
        Map<TopicPartition, Long> ends = endOffsets(assignment());
        while (ends.entrySet().stream().anyMatch(end -> position(end.getKey()) < end.getValue())) {
            poll(POLL).forEach(record -> values.add(record.value()));
        }
        return values;
    }
}
