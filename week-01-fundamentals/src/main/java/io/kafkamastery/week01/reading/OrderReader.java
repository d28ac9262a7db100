package io.kafkamastery.week01.reading;

/**
 * Reads the orders in a topic, as a member of a consumer group, until it is told to stop.
 *
 * <p>An order is the value of a record: JSON in UTF-8, its fields named as in {@link io.kafkamastery.kestrel.Order}, the
 * moment as ISO-8601 text. Keys and headers do not matter here.
 *
 * <pre>{@code
 * {"orderId":"order-17","customerId":"customer-3","shop":"Zürich Bellevue",
 *  "item":"flat white","cents":480,"placedAt":"2026-11-05T08:15:30Z"}
 * }</pre>
 *
 * <p>Every record of the topic goes to one of two places: an order to the handler, everything else to the rejects. A
 * record is <em>handled</em> when the call that took it there has returned normally. What the reader owes to a group:
 *
 * <ul>
 *   <li>No record is skipped: one that was not handled is delivered again to the next reader of the same group, however
 *       this one ended.
 *   <li>A record that was handled is not delivered again to that group, if {@link #run} has returned normally. After an
 *       exception it may be.
 *   <li>What was handled is committed within five seconds, also while the reader goes on.
 * </ul>
 *
 * <p>An instance is for one {@code run}: whoever wants to read on later makes a new one.
 */
public interface OrderReader {

    /**
     * Reads until {@link #stop()} is called, and returns normally then. The group's committed offsets say where it starts;
     * in a partition where the group has none it starts at the beginning.
     *
     * <p>Handler and rejects are called one at a time, never at the same time; in which thread is left open. The handler is
     * given each partition's orders in the order of their offsets.
     *
     * <p>When this returns or throws, the consumer is closed and has left the group.
     *
     * @param bootstrapServers where to connect first, as {@code host:port,host:port}
     * @param groupId the group to join
     * @param topic what to read; it exists, and the group assigns its partitions
     * @param handler where orders go
     * @param rejects where everything else goes, such as text that is no JSON, JSON that is no order (a field is missing,
     *     or it is {@code null} or {@code []}), or a record without a value; reading goes on after it. Whether an order that
     *     has further fields is a reject is left open.
     * @throws RuntimeException what the handler or the rejects threw, or an exception that has it among its causes. That
     *     record was not handled, and no further one is begun.
     * @throws org.apache.kafka.common.KafkaException when the consumer gives up, such as on a commit that is refused
     */
    void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects);

    /**
     * Asks {@link #run} to end: the record in hand is finished and no further one is begun, though more may have been
     * fetched. {@code run} returns within three seconds after that, also if there was nothing to read.
     *
     * <p>Returns at once, and neither waits for the end of {@code run} nor interrupts the handler. May be called from any
     * thread, and more than once. It may even come before {@code run}, which then returns without handling anything.
     */
    void stop();
}
