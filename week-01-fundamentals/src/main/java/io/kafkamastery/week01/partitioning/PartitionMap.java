package io.kafkamastery.week01.partitioning;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where do records go? Two methods predict it by calculation and connect to nothing; two find it out from the data.
 *
 * <p>Keys are texts, written in UTF-8 as {@link org.apache.kafka.common.serialization.StringSerializer} does, and sent by a
 * producer that leaves the choice of the partition to Kafka's default.
 *
 * <p>The methods that read connect to the cluster that they are given, and have closed their clients when they return or
 * throw. They read all that is in the topic, from the first record that is still there up to the end that each partition
 * has at the time of the call; records that are written later may be left out. They never wait for more.
 */
public interface PartitionMap {

    /**
     * The partition that records with this key go to. The empty text is a key like any other.
     *
     * @param key the key, or null for a record without one
     * @param partitions how many partitions the topic has, at least 1
     * @return the partition, counted from 0; empty for a record without key, whose partition nobody can foretell
     */
    OptionalInt partitionFor(String key, int partitions);

    /**
     * All records of one key, as they stand in the topic. A partition keeps its records in order, so one key's records are
     * in order if they are all in one partition; between partitions there is no order.
     *
     * @param key the key, not null; records without key lie in the topic as well
     * @return the key's records by partition, each partition's in the order of their offsets; a partition that holds none
     *     may be left out
     */
    Map<Integer, List<Sighting>> sightings(String bootstrapServers, String topic, String key);

    /**
     * The keys whose records go elsewhere once a topic has grown.
     *
     * @param keys the keys to look at, none of them null
     * @param before how many partitions the topic had
     * @param after how many it has now: more than before
     * @return a move for each key that goes to another partition now; none for those that stay
     */
    Set<KeyMove> moves(Set<String> keys, int before, int after);

    /**
     * Counts the records without key (a null key, not an empty one) in each partition of a topic, in which there may be
     * records with keys as well.
     *
     * @return how many records without key each partition holds: one entry for every partition of the topic, 0 where it
     *     holds none
     */
    Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic);
}
