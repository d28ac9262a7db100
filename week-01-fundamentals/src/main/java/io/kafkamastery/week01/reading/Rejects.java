package io.kafkamastery.week01.reading;

/** Where records go that are no orders, for a person to look at. */
@FunctionalInterface
public interface Rejects {

    /**
     * Puts one record aside.
     *
     * @throws RuntimeException if it could not be kept; the record is not handled then
     */
    void reject(RejectedRecord record);
}
