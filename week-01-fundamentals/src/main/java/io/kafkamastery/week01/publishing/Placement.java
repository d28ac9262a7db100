package io.kafkamastery.week01.publishing;

/**
 * Where the broker put an order: no other record of the topic has the same two numbers.
 *
 * @param partition of the topic, counted from 0
 * @param offset within the partition, counted from 0
 */
public record Placement(int partition, long offset) {

    @Override
    public String toString() {
        return "partition " + partition + ", offset " + offset;
    }
}
