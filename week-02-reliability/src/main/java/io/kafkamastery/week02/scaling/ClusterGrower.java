package io.kafkamastery.week02.scaling;

import java.time.Duration;
import java.util.Set;

/**
 * Moves replicas while the cluster goes on working: onto a broker that has joined, or off one that is to leave.
 *
 * <p>A move is started, and later finished or cancelled. The object remembers nothing in between: another instance, in
 * another process perhaps, can finish or cancel what this one has started. There is one move at a time. Every method
 * connects to the cluster that it is given, and has closed its client when it returns or throws.
 *
 * <p>At no moment does a partition have fewer replicas, or fewer of them in sync, than it had before. No method changes how
 * many partitions or replicas a topic has in the end, and none deletes anything.
 *
 * <p><b>The throttle.</b> From the start of a move until it is finished or cancelled, every broker that sends replicas for
 * it has {@code leader.replication.throttled.rate}, and every broker that receives some has {@code
 * follower.replication.throttled.rate}, set to {@code bytesPerSecond}. So that the rates count for these replicas, their
 * topics have {@code leader.replication.throttled.replicas} (at least the current leader of each partition that gets a new
 * replica) and {@code follower.replication.throttled.replicas} (at least each new replica), as lists or as {@code *}.
 * After that, none of the four settings is left on any broker or topic of the move.
 */
public interface ClusterGrower {

    /**
     * Begins to spread these topics, which all have the same replication factor, over all brokers that the cluster has now.
     * In the end, counted over all these topics together, no broker holds two replicas more than another, and none is the
     * preferred leader of two partitions more than another. Other topics stay where they are.
     *
     * @param bytesPerSecond how much a broker may send, and receive, for this move
     * @return what was begun; by then, the controller has accepted all of it
     */
    Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond);

    /**
     * Begins to move every replica off a broker, of all topics that there are, Kafka's internal ones included. There are
     * enough other brokers for that; which of them gets what is open.
     *
     * @param bytesPerSecond how much a broker may send, and receive, for this move
     * @return what was begun; by then, the controller has accepted all of it
     */
    Move startDraining(String bootstrapServers, int broker, long bytesPerSecond);

    /**
     * Waits until the move is over, and takes the throttle away. When this returns, every replica is where it should be and
     * in sync, and each partition of the move is led by its preferred leader; the brokers' metadata may be a moment behind.
     *
     * @param timeout how long to wait for the move, at most
     * @throws org.apache.kafka.common.errors.TimeoutException if it takes longer; the move then goes on, throttled as before,
     *     and can be finished later
     */
    void finish(String bootstrapServers, Move move, Duration timeout);

    /**
     * Calls the move off, and takes the throttle away. A partition that is still being moved gets exactly those replicas
     * again that it had before; for one that has arrived already, this is no error, and it may stay or go back. When this
     * returns, the cluster moves nothing any more.
     */
    void cancel(String bootstrapServers, Move move);
}
