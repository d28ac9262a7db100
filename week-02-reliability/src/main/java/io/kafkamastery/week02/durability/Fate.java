package io.kafkamastery.week02.durability;

/** What became of an order, as far as its sender can tell. There are three answers, not two. */
public sealed interface Fate {

    /** The {@link io.kafkamastery.kestrel.Order#orderId()}. */
    String orderId();

    /**
     * The order is in the topic, and on two brokers at least.
     *
     * @param partition the partition that it is in
     * @param offset its place there
     */
    record Acknowledged(String orderId, int partition, long offset) implements Fate {}

    /**
     * The order is not in the topic and will not get there, for certain, such as one that is too large. Whoever placed it
     * may place another.
     *
     * @param reason for a person to read
     */
    record Refused(String orderId, String reason) implements Fate {}

    /**
     * The sender has stopped trying and does not know. The order may be in the topic, or may yet get there, or not: the
     * answer that says so may have been lost on its way. Only looking tells.
     *
     * @param reason for a person to read
     */
    record Unknown(String orderId, String reason) implements Fate {}
}
