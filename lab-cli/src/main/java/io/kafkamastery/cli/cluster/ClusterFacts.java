package io.kafkamastery.cli.cluster;

import io.kafkamastery.kit.cluster.process.Member;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A cluster as it looked at one moment.
 *
 * @param kafkaVersion what runs
 * @param since how long ago it was started
 * @param silence why Kafka itself could not be asked; empty if it answered
 */
record ClusterFacts(
        String kafkaVersion,
        String bootstrapServers,
        Duration since,
        List<Member> members,
        Optional<String> silence,
        List<TopicFacts> topics,
        List<GroupFacts> groups) {

    /** A topic; its partitions by number. */
    record TopicFacts(String name, List<PartitionFacts> partitions) {}

    /**
     * A partition.
     *
     * @param leader empty while it is offline
     */
    record PartitionFacts(int number, Optional<Integer> leader, List<Integer> replicas, List<Integer> inSync) {

        List<Integer> missing() {
            return replicas.stream().filter(id -> !inSync.contains(id)).toList();
        }
    }

    /** A consumer group; its offsets by topic and partition. */
    record GroupFacts(String id, String state, int members, List<OffsetFacts> offsets) {}

    /**
     * How far a group has come in a partition.
     *
     * @param end the partition's end; empty if nobody could be asked
     */
    record OffsetFacts(String partition, long committed, Optional<Long> end) {

        Optional<Long> lag() {
            return end.map(last -> Math.max(0, last - committed));
        }
    }
}
