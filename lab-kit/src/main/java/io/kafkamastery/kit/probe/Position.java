package io.kafkamastery.kit.probe;

import java.util.Comparator;
import org.apache.kafka.common.TopicPartition;

/**
 * A place in a log.
 *
 * @param partition the partition whose log it is
 * @param offset the offset in that log
 */
public record Position(TopicPartition partition, long offset) implements Comparable<Position> {

    private static final Comparator<Position> IN_LOG_ORDER = Comparator.comparing(
                    (Position position) -> position.partition().topic())
            .thenComparingInt(position -> position.partition().partition())
            .thenComparingLong(Position::offset);

    @Override
    public int compareTo(Position other) {
        return IN_LOG_ORDER.compare(this, other);
    }

    /** As sentences have it: {@code offset 42 of orders-0}. */
    @Override
    public String toString() {
        return "offset " + offset + " of " + partition;
    }
}
