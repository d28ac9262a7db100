package io.kafkamastery.week02.retention;

import java.util.List;

/**
 * How long a topic keeps its orders, and what a reader does that came too late for some of them.
 *
 * <p>How old an order is says the record's timestamp, as its producer set it. A broker deletes only when it looks for what
 * there is to delete ({@code log.retention.check.interval.ms}): each promise about what is gone holds from then on.
 *
 * <p>Orders are written in small batches, each of orders of about the same time, and within a partition in the order of
 * their timestamps. They may be written late: a shop that was offline sends orders that are hours or weeks old. They need
 * not have a key.
 *
 * <p>Every method has closed its clients when it returns or throws.
 */
public interface RetentionPlan {

    /**
     * Creates a topic that keeps its orders as said. How many replicas it has is left open.
     *
     * @param bootstrapServers where to connect first, as {@code host:port,host:port}
     * @param topic its name; there is no such topic yet
     * @param partitions how many partitions it is to have
     */
    void create(String bootstrapServers, String topic, int partitions, Keep keep);

    /**
     * Changes what a topic keeps, while others write to it and read from it. The new rule takes the place of the former one
     * altogether: from now on nothing is deleted by the former rule any more, and what is written from now on is kept as if
     * the topic had been created with the new one.
     *
     * <p>It stays the same topic. The orders that the new rule keeps can be read at their offsets, and settings that have
     * nothing to do with what is kept stay as somebody else may have set them.
     *
     * <p>Orders that are already there lie in segments that were laid out for the former rule. Where a rule by time takes
     * the place of another, they may outlive the new {@code atMost} by as much as the former rule had between its
     * {@code atLeast} and its {@code atMost}.
     *
     * @param topic a topic that {@link #create} has created
     */
    void change(String bootstrapServers, String topic, Keep keep);

    /**
     * Reads a topic on from where a group stopped, up to the end that each partition has at the time of the call, and
     * commits for the group what was read, so that the next call goes on behind it. Orders that come in meanwhile may be
     * read or left.
     *
     * <p>In each partition it starts at the offset that the group has committed, or at the oldest record if it has committed
     * none there. Where the record that should be read next has been deleted, at the start or while this is reading, it goes
     * on as {@code goOn} says, in that partition only, and reports the gap. What is read before a gap is handled like
     * everything else.
     *
     * <p>A gap is reported only where records were deleted under the reader's feet. Not every offset holds a record that a
     * consumer gets to see (the end of a transaction takes one, for example), and a reader that begins at the oldest record
     * because the group has committed nothing has missed nothing.
     *
     * @param groupId a group without members: nobody else reads for it at the same time
     * @param topic what to read; keys and values are text
     * @param handler is given every order, one at a time, each partition's in the order of their offsets
     * @return the gaps, in any order; empty if nothing was missed
     */
    List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler);
}
