package io.kafkamastery.week02.segments;

/**
 * A control record: it says how a transaction ended, and no consumer is ever handed it.
 *
 * @param offset the offset that it takes
 * @param producerId whose transaction it ends
 * @param end how
 */
public record Marker(long offset, long producerId, End end) {

    /** How a transaction ended. */
    public enum End {
        ABORTED,
        COMMITTED
    }
}
