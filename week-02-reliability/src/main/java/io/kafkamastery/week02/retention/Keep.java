package io.kafkamastery.week02.retention;

import java.time.Duration;

/** What a topic keeps: orders of a certain age, or a certain amount of them. */
public sealed interface Keep {

    /**
     * Keeps an order by its age, however much there is: every order that is younger than {@code atLeast} can be read, and
     * none that is older than {@code atMost}. Between the two it may be there or not.
     *
     * @param atLeast how long an order is promised to stay
     * @param atMost when it is gone at the latest; longer than {@code atLeast}
     */
    record ByTime(Duration atLeast, Duration atMost) implements Keep {

        public ByTime {
            if (atMost.compareTo(atLeast) <= 0) {
                throw new IllegalArgumentException("An order cannot be promised " + atLeast + " and be gone after "
                        + atMost + ": atMost must be longer than atLeast");
            }
        }
    }

    /**
     * Keeps as much as there is room for, however old it is. The topic, all its partitions together and every segment
     * counted, takes no more than {@code atMostBytes}. It may not throw away everything either: as long as its partitions
     * are written evenly, it keeps the newest orders up to at least half of that.
     *
     * @param atMostBytes the room of the whole topic, of which one replica counts; at least 4 MiB for each partition
     */
    record BySize(long atMostBytes) implements Keep {}
}
