package io.kafkamastery.week02.delivery;

import java.util.List;
import java.util.Set;

/**
 * Processes the orders of a topic with one of three {@link Guarantee}s. Each has to hold whenever the processor crashes: when
 * the handler or the ledger throws, and when the process is killed without warning, be it before an order takes effect, right
 * after it, or anywhere else.
 *
 * <p>What the three ways to run have in common:
 *
 * <ul>
 *   <li>Every record is an order, its value {@link io.kafkamastery.kestrel.OrderJson} as UTF-8 text.
 *   <li>The committed offsets of the group say where the processor starts; in a partition where the group has none it starts
 *       at the beginning. No other processor of the group runs meanwhile.
 *   <li>One order is processed at a time, those of one partition in the sequence of their offsets.
 *   <li>It goes on until {@link #stop} is called, and returns normally then. Stopping is no crash: no order is lost by it,
 *       and the group's next processor processes none again that this one has.
 *   <li>If the handler or the ledger throws, it ends with that exception, or with one that has it among its causes, and
 *       begins no further order. That is a crash.
 *   <li>However it ends, its clients are closed.
 *   <li>It commits in the group what there is to commit at least every five seconds, or whenever it has processed what it
 *       has fetched.
 * </ul>
 *
 * <p>An instance is for one run: whoever wants to go on afterwards makes a new one, in this process or in another.
 */
public interface OrderProcessor {

    /**
     * Processes orders with {@link Guarantee#AT_MOST_ONCE}. Before an order begins to take effect, the broker has answered
     * that it is committed; as long as brokers do not answer, the processor waits, or ends with an exception. A crash may cost
     * the order in hand and others that were fetched together with it, but none that is written after it; and without a crash
     * every order takes effect.
     */
    void runAtMostOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler);

    /** Processes orders with {@link Guarantee#AT_LEAST_ONCE}. Without a crash none takes effect twice. */
    void runAtLeastOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler);

    /**
     * Processes orders with {@link Guarantee#EFFECTIVELY_ONCE}: each customer is charged once for each order, and an order is
     * what has an order id of its own. The same order may come again for other reasons than a crash of this processor. A till
     * that had no answer may have sent it again, so that it stands in the topic twice; and as the topic may have got more
     * partitions meanwhile, the second time may be in another partition.
     *
     * @param ledger where the charges go. Nobody else writes to it, and it is the same one after a crash. How many orders go
     *     into a transaction is left open.
     */
    void runEffectivelyOnce(String bootstrapServers, String groupId, String topic, Ledger ledger);

    /**
     * Asks the processor to end: it finishes the order in hand, and returns within five seconds, apart from the time that
     * handler or ledger take. This method itself returns at once. May be called from any thread, also from within the handler.
     */
    void stop();

    /**
     * Tells which guarantees this history has kept so far. It connects to nothing.
     *
     * <ul>
     *   <li>{@link Guarantee#AT_MOST_ONCE} is kept if no order took effect more than once.
     *   <li>{@link Guarantee#AT_LEAST_ONCE} is kept if no order is lost. An order is lost if it did not take effect and never
     *       will, because in each place where it was written the offset that the group committed last is past it.
     *   <li>{@link Guarantee#EFFECTIVELY_ONCE} is kept if both are.
     * </ul>
     *
     * @param trace what happened, in this sequence
     */
    Set<Guarantee> guaranteesOf(List<TraceEvent> trace);
}
