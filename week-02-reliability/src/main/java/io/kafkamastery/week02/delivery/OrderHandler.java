package io.kafkamastery.week02.delivery;

import io.kafkamastery.kestrel.Order;

/** Lets an order take effect, such as printing it in the kitchen, and remembers nothing. */
@FunctionalInterface
public interface OrderHandler {

    /**
     * Lets the order take effect: anew, each time it is called.
     *
     * @throws RuntimeException if something went wrong. Whether the order has taken effect then is anybody's guess.
     */
    void handle(Order order);
}
