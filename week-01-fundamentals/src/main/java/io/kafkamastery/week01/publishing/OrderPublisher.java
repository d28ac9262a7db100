package io.kafkamastery.week01.publishing;

import io.kafkamastery.kestrel.Order;
import java.util.concurrent.CompletionStage;

/**
 * Publishes the orders of a shop to a Kafka topic, and tells what became of each.
 *
 * <p>An order travels as one record:
 *
 * <ul>
 *   <li><b>key</b>: the order's {@code customerId} in UTF-8. Kafka chooses the partition by it, so that the orders of one
 *       customer share a partition and keep their order.
 *   <li><b>value</b>: the order as one JSON object in UTF-8, with a field for each component of {@link Order}, called like
 *       it. {@code cents} is a whole number, never rounded; {@code placedAt} is text in ISO-8601, such as {@code
 *       2026-03-01T07:30:00Z}; all others are text.
 *   <li><b>header</b>: {@code content-type}, once, with the value {@code application/json} as plain bytes.
 * </ul>
 *
 * <p>One producer serves from {@link #open} to {@link #close()}. It is expensive to create (a thread, connections, up to 32 MiB
 * of buffer), and only a producer that stays can gather orders into batches.
 *
 * <p>All methods are called from one thread, {@code open} once and first.
 */
public interface OrderPublisher extends AutoCloseable {

    /**
     * Gets ready to publish.
     *
     * @param bootstrapServers where to connect first, as {@code host:port,host:port}
     * @param topic the topic for all orders; it exists
     */
    void open(String bootstrapServers, String topic);

    /**
     * Accepts an order and sends it on its way, without waiting for the broker's answer. The order needs no further call
     * to arrive, and while the broker is well it does so within a second.
     *
     * <p>Whatever goes wrong with an order reaches the caller through the stage, and in no other way: this method does not
     * throw.
     *
     * @return a stage that completes when the broker has answered: normally, with the order's place; exceptionally, if the
     *     order was refused, with the reason as Kafka gave it, such as {@link
     *     org.apache.kafka.common.errors.RecordTooLargeException}, itself or among the causes. An order that comes after
     *     {@link #close()} is refused as well. A refused order is not in the topic, and the others do not suffer from it.
     *     (If no answer came in time, the stage fails too, but nobody knows where the order is: week 2 is about that.)
     */
    CompletionStage<Placement> publish(Order order);

    /**
     * Sends what is still waiting, waits for the answers, and lets go of the producer. When this returns, each stage that
     * {@link #publish} returned is complete. Closing again does nothing.
     */
    @Override
    void close();
}
