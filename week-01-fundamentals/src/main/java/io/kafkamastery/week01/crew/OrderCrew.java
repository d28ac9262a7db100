package io.kafkamastery.week01.crew;

import java.time.Instant;
import java.util.Map;

/**
 * Several workers who handle the orders of one topic together, as one consumer group; and two services for the keeper of
 * such a group: to set it back to a point in time, and to tell how far behind it is.
 *
 * <p>Each worker is a member of the group in its own right, so that Kafka divides the topic's partitions among them. They
 * work at the same time: a worker who takes long over an order holds up nobody else. One worker handles one order at a
 * time, and the orders of a partition in the order of their offsets.
 *
 * <p>No order is skipped: an offset is committed only when all orders before it have been handled. While every worker
 * keeps its partitions, each order is handled once; when partitions move, some orders may be handled again by their new
 * worker.
 *
 * <p>{@link #roster()} may be called at any time and from any thread, the handler's included; the other methods are called
 * by one thread at a time, never from within the handler. {@link #rewind} and {@link #lag} need no crew of their own: they
 * work for any group, and before {@link #start} too.
 */
public interface OrderCrew extends AutoCloseable {

    /**
     * Says what this crew is for. It has no workers yet. Called once, before anybody is hired.
     *
     * @param bootstrapServers where to connect first, as {@code host:port,host:port}
     * @param groupId the consumer group that every worker of this crew joins. If it has not committed anything yet for a
     *     partition, it starts there with the oldest order
     * @param topic the topic with the orders
     * @param handler what the workers do with an order; it does not throw (what then? See lab 1.3)
     */
    void start(String bootstrapServers, String groupId, String topic, OrderHandler handler);

    /**
     * Puts one more worker on duty, who joins the group and handles whatever partitions the group gives to it, now or
     * later. Returns without waiting for that.
     *
     * @param worker the name of the worker; nobody else on duty has it
     */
    void hire(String worker);

    /**
     * Lets a worker go. The order that it is handling is handled to the end (the handler is not interrupted), what it has
     * handled is committed, and it leaves the group at once, so that its partitions go to the others. All of that is done
     * when this returns.
     *
     * @param worker the name of a worker on duty
     */
    void dismiss(String worker);

    /**
     * Who is on duty at the moment, and with which partitions. A worker has the partitions that the group has given to it;
     * one who has not been given any, not yet or because there are not enough, has none.
     */
    Roster roster();

    /** Dismisses every worker. Does nothing if there are none, or if the crew was never started. */
    @Override
    void close();

    /**
     * Sets a group back, or forth, to a point in time: in every partition of the topic its committed offset becomes that
     * of the first order with this timestamp or a later one, or the end offset if there is no such order. Whoever joins
     * the group next goes on from there.
     *
     * @throws GroupActiveException if the group has members; the committed offsets stay as they are
     */
    void rewind(String bootstrapServers, String groupId, String topic, Instant to);

    /**
     * How many orders the group has still to handle, by partition: the end offset minus the committed offset, which counts
     * as 0 where the group has committed nothing. Every partition of the topic is in the answer. The group itself does not
     * notice.
     */
    Map<Integer, Long> lag(String bootstrapServers, String groupId, String topic);
}
