package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads partitions from known offsets to known offsets, once, and gives up with an account of how far it came. */
final class Drain {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofMillis(500);

    private final Map<TopicPartition, Long> ends;
    private final Duration limit;
    private final Map<TopicPartition, Long> positions = sorted();
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    Drain(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends, Duration limit) {
        this.ends = ends;
        this.limit = limit;
        // Nothing to read where the beginning is the end: do not even ask that partition's leader.
        beginnings.forEach((partition, beginning) -> {
            if (beginning < ends.get(partition)) {
                positions.put(partition, beginning);
            }
        });
    }

    /** @throws AssertionError if the end is not reached in time, saying what was read up to where */
    List<ConsumerRecord<byte[], byte[]>> read(KafkaCluster kafka, IsolationLevel isolation) {
        if (positions.isEmpty()) {
            return List.of();
        }
        Consumer<byte[], byte[]> consumer = ProbeClients.consumer(kafka, isolation);
        try {
            readWith(consumer);
        } finally {
            // A frozen broker does not confirm the end of a fetch session, and nobody needs it to.
            Uninterrupted.run(() -> consumer.close(CloseOptions.timeout(CLOSE)));
        }
        read.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return List.copyOf(read);
    }

    private void readWith(Consumer<byte[], byte[]> consumer) {
        Instant deadline = Instant.now().plus(limit);
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
        while (!consumer.paused().containsAll(positions.keySet())) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(howFar());
            }
            consumer.poll(POLL).forEach(this::keepIfBeforeTheEnd);
            notePositions(consumer, deadline);
        }
    }

    private void keepIfBeforeTheEnd(ConsumerRecord<byte[], byte[]> record) {
        // Records that came after the probe was asked are none of its business.
        if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
            read.add(record);
        }
    }

    /** The consumer's position, unlike the last record's offset, also passes transaction markers and compaction's gaps. */
    private void notePositions(Consumer<byte[], byte[]> consumer, Instant deadline) {
        positions.replaceAll((partition, before) -> {
            try {
                return consumer.position(partition, leftUntil(deadline.plus(POLL)));
            } catch (TimeoutException e) {
                throw new AssertionError(howFar(), e);
            }
        });
        consumer.pause(positions.keySet().stream()
                .filter(partition -> positions.get(partition) >= ends.get(partition))
                .toList());
    }

    /** Nothing is left after a poll that took too long; Kafka's clients take no less than that. */
    private static Duration leftUntil(Instant end) {
        Duration left = Duration.between(Instant.now(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private String howFar() {
        String partitions = positions.entrySet().stream()
                .map(entry -> entry.getKey() + " up to offset " + entry.getValue() + " of " + ends.get(entry.getKey()))
                .collect(Collectors.joining(", "));
        return "Could not read to the end within " + Spans.text(limit) + ": read " + read.size() + " records, "
                + partitions;
    }

    private static Map<TopicPartition, Long> sorted() {
        return new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
    }
}
