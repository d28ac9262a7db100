package io.kafkamastery.week02.delivery;

/**
 * One line in the history of a topic's orders and of the group that processes them. A partition's offsets begin with 0, and
 * so does the group in each partition until it has committed something there.
 */
public sealed interface TraceEvent {

    /** An order was written to the topic. The same order may be written more than once, and then stands in several places. */
    record Written(String orderId, int partition, long offset) implements TraceEvent {}

    /** A processor was given the order. Whether the order then took effect is another matter. */
    record Delivered(String orderId) implements TraceEvent {}

    /** The order took effect. */
    record TookEffect(String orderId) implements TraceEvent {}

    /** The group committed an offset: that of the next record to deliver, should the processor start anew. */
    record Committed(int partition, long offset) implements TraceEvent {}

    /** The processor died, and another one took its place. */
    record Crashed() implements TraceEvent {}
}
