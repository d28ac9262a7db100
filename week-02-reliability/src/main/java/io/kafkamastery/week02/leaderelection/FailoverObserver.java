package io.kafkamastery.week02.leaderelection;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Sees who leads the partitions of a topic, what happens when a leader dies, and puts leadership back afterwards.
 *
 * <p>Each method connects to the cluster, and has closed what it opened when it returns or throws. Some of the bootstrap
 * servers may be dead, and brokers may die meanwhile: any live broker can answer. What it answers may be a moment old.
 */
public interface FailoverObserver {

    /** Who holds each partition of the topic now, in the order of their numbers; those that nobody leads included. */
    List<PartitionState> holders(String bootstrapServers, String topic);

    /**
     * Plays a failover: notes who leads the partition, runs the fault, and waits until the live brokers name another
     * leader. When they do, it returns within three seconds.
     *
     * @param fault takes the leader down; to be run once
     * @param limit how long to wait for another leader
     * @return who led, who leads now, and the time from the end of the fault until another leader was named
     * @throws IllegalStateException if there is no other leader when the limit is over
     */
    Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit);

    /**
     * Watches a partition's in-sync replicas: hands over those there are at first, and from then on those there are after
     * each change, within three seconds of it.
     *
     * @param changes takes the ids of the in-sync replicas; never the same as the last time
     * @param enough asked again and again; this method returns within three seconds of its first {@code true}
     */
    void watchInSync(
            String bootstrapServers, TopicPartition partition, Consumer<Set<Integer>> changes, BooleanSupplier enough);

    /**
     * Hands the leadership of each of the topic's partitions to its preferred replica, which is the first of its replicas,
     * if that one is in sync. Partitions that it leads already stay as they are, and so do other topics, and everybody's
     * replicas and their order.
     *
     * @return the partitions whose preferred replica cannot lead, because it is dead or not in sync; they keep their leader
     */
    Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic);

    /** The metadata quorum as it is now, nodes that have stopped reading along a moment ago included. */
    Quorum quorum(String bootstrapServers);
}
