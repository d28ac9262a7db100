package io.kafkamastery.week02.compaction;

import java.util.List;
import java.util.Map;

/**
 * The price board of every bar: the latest price of each item, kept in a topic and rebuilt from it by whoever is switched on.
 *
 * <p>Each change is a record. Its key is the item in UTF-8; its value is the price in cents as decimal digits in UTF-8, such
 * as {@code 480}, or nothing at all (null, a tombstone) for an item that is removed. Other programs write such records as
 * well, some of them in transactions that they commit, and none without a key. Of two changes of one item, which are always
 * in the same partition, the latest is the one that was written last, whatever their timestamps say. An item that was
 * removed may get a price again.
 *
 * <p>A broker compacts when it finds that something is due ({@code log.cleaner.backoff.ms}), and never in the segment that
 * it is writing to: each promise about what is gone holds from then on, and only once a record has been written to the
 * partition that is later by more than the promised time.
 *
 * <p>Every method has closed its clients when it returns or throws.
 */
public interface PriceBoard {

    /**
     * Creates the topic of a board. How many replicas it has is left open.
     *
     * <ul>
     *   <li>The latest price of each item stays, however long ago it was written.
     *   <li>A price that another change has outdated is gone from the log {@code upkeep.compactedWithin()} after that change,
     *       by the records' timestamps, no matter how small a part of the log has changed.
     *   <li>A tombstone outdates the prices before it like any other change. It can be read for at least
     *       {@code upkeep.tombstonesKept()} after it was compacted for the first time, for the sake of readers that are in the
     *       middle of the log; the first compaction of the partition after that takes it away.
     *   <li>The topic refuses records without a key, whoever sends them.
     * </ul>
     *
     * @param bootstrapServers where to connect first, as {@code host:port,host:port}
     * @param topic its name; there is no such topic yet
     * @param partitions how many partitions it is to have
     */
    void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep);

    /**
     * Publishes changes, those of one item in the order given. When this returns, all of them are written.
     *
     * @throws IllegalArgumentException if one of them has no item; the message says so, and a reader gets to see none of the
     *     changes
     */
    void publish(String bootstrapServers, String topic, List<PriceChange> changes);

    /**
     * Rebuilds the board: reads the topic from its beginning up to the end that each partition has at the time of the call,
     * and never waits for more, even if prices keep changing. Whether some, all or none of the log has been compacted makes
     * no difference to the result, nor does it how often the board was rebuilt before.
     *
     * @return the latest price in cents of every item that has one, by item
     */
    Map<String, Long> rebuild(String bootstrapServers, String topic);
}
