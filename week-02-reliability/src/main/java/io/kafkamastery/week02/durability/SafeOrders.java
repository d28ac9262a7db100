package io.kafkamastery.week02.durability;

import java.time.Duration;

/**
 * Sets up a topic for orders that must not be lost, and opens senders that tell the truth about each order.
 *
 * <p>The promise is one of both together: what a sender has reported as {@link Fate.Acknowledged} is still in the topic
 * after any one broker of the cluster is lost for good. Neither half can keep it alone.
 */
public interface SafeOrders {

    /**
     * Creates a topic that does not exist yet, on a cluster of three brokers or more. Three of them hold each partition:
     *
     * <ul>
     *   <li>while at least two of the three are up, orders are taken (after an election, if a leader was lost);
     *   <li>while only one of them is up, it acknowledges no order: it would be the only one to have it.
     * </ul>
     *
     * <p>All clients that this needs are closed when it returns or throws. The partitions' leaders may follow a moment
     * later.
     *
     * @param bootstrapServers where to connect first, as {@code host:port,host:port}
     */
    void createTopic(String bootstrapServers, String topic, int partitions);

    /**
     * Opens a sender for a topic that {@link #createTopic} has set up.
     *
     * @param bootstrapServers where to connect first, as {@code host:port,host:port}
     * @param requestTimeout how long a broker may take to answer before it is asked again; at most half of the delivery
     *     timeout
     * @param deliveryTimeout how long the sender tries with one order before it reports that it does not know. Within
     *     this time it goes on trying whatever may yet succeed, however often that is.
     */
    OrderSender open(String bootstrapServers, String topic, Duration requestTimeout, Duration deliveryTimeout);
}
