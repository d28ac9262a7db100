package io.kafkamastery.week02.retention;

/**
 * Offsets of one partition that a reader passed over because the records it should have read next were deleted.
 *
 * @param partition the partition
 * @param from the offset that the reader should have read next
 * @param to the offset at which it went on instead; this one is no part of the gap
 */
public record Gap(int partition, long from, long to) {

    public Gap {
        if (to <= from) {
            throw new IllegalArgumentException("A gap from " + from + " to " + to + " in partition " + partition
                    + " has nothing in it: to must be greater than from");
        }
    }
}
