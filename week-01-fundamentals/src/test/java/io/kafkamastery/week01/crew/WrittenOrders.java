package io.kafkamastery.week01.crew;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** The orders that a test puts into a topic, called order-1, order-2 and so on. */
final class WrittenOrders {

    private WrittenOrders() {}

    /** Writes so many orders, in turn to each partition. Returns their names. */
    static List<String> write(KafkaCluster kafka, Topic topic, int count) {
        TopicWriter.of(kafka, topic.name())
                .write(IntStream.range(0, count)
                        .mapToObj(i -> order(i % topic.partitions(), "order-" + (i + 1)))
                        .toList());
        return numbered(count);
    }

    /** Writes the orders with these numbers to one partition. */
    static void writeTo(KafkaCluster kafka, Topic topic, int partition, int first, int last) {
        TopicWriter.of(kafka, topic.name())
                .write(IntStream.rangeClosed(first, last)
                        .mapToObj(i -> order(partition, "order-" + i))
                        .toList());
    }

    /** Writes some more orders, with these numbers, in turn to each of these partitions. Returns their names. */
    static List<String> writeTo(KafkaCluster kafka, Topic topic, Collection<Integer> partitions, int first, int last) {
        List<Integer> inTurn = List.copyOf(partitions);
        TopicWriter.of(kafka, topic.name())
                .write(IntStream.rangeClosed(first, last)
                        .mapToObj(i -> order(inTurn.get(i % inTurn.size()), "order-" + i))
                        .toList());
        return numbered(first, last);
    }

    /** The names of the first so many orders. */
    static List<String> numbered(int count) {
        return numbered(1, count);
    }

    private static List<String> numbered(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "order-" + i).toList();
    }

    /** One order with a timestamp, to be written. */
    static Seed at(int partition, Instant time, String order) {
        return order(partition, order).at(time);
    }

    private static Seed order(int partition, String order) {
        return Seed.of("customer-" + partition, order).partition(partition);
    }
}
