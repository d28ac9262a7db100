package io.kafkamastery.week02.durability;

import io.kafkamastery.kestrel.Order;
import java.util.concurrent.CompletableFuture;

/**
 * Sends orders to one topic and tells the {@link Fate} of each. May be used by several threads.
 *
 * <p>An order is one record: its key is the order's customer id, its value {@link io.kafkamastery.kestrel.OrderJson}, both
 * as UTF-8 text. For every call of {@link #send} there is at most one record in the topic, whatever goes wrong on the way
 * and however often the sender has to try. The orders of one customer stand in one partition, in the sequence in which they
 * were sent.
 */
public interface OrderSender extends AutoCloseable {

    /**
     * Sends an order. Returns without waiting for its fate; only where no broker has answered yet, or where the sender's
     * memory is full, it may wait, and then for the delivery timeout at most.
     *
     * @return what became of the order. Completes about as soon as the brokers have answered, and at the latest when the
     *     delivery timeout is over; with a fate, always, and never with an exception or with null.
     */
    CompletableFuture<Fate> send(Order order);

    /**
     * Waits until the fate of every order is known, which takes the delivery timeout at most, and closes all clients. What
     * is under way is not given up because of it; when nothing is, it returns at once.
     */
    @Override
    void close();
}
