package io.kafkamastery.week01.dials;

/** What became of an order, as far as the producer that sent it can tell. */
public sealed interface Delivery {

    /** The order, as it was given to the producer. */
    String order();

    /**
     * A broker has confirmed it.
     *
     * @param offset where the broker put it
     */
    record Acknowledged(String order, long offset) implements Delivery {}

    /** It was sent, and no broker was asked to confirm it: where it is, and whether it is anywhere, nobody told. */
    record Unconfirmed(String order) implements Delivery {}

    /**
     * The producer has stopped trying. It does not follow that the order is nowhere: an answer may have been lost on the
     * way back.
     *
     * @param reason what the producer gave as its reason, itself or among the causes
     */
    record GivenUp(String order, Exception reason) implements Delivery {}
}
