package io.kafkamastery.week01.reading;

import io.kafkamastery.kestrel.Order;

/** Where orders go: what the shop does with each of them. */
@FunctionalInterface
public interface OrderHandler {

    /**
     * Does its work for one order. It may take long, and it may see the same order again after a crash.
     *
     * @throws RuntimeException if it could not be done; the order is not handled then
     */
    void handle(Order order);
}
