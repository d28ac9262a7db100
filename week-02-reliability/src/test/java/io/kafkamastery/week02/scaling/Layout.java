package io.kafkamastery.week02.scaling;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Says in sentences what is wrong with where replicas are. */
final class Layout {

    static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private Layout() {}

    /** Every partition is there, led, with as many replicas as it should have and all of them in sync. */
    static void failUnlessHealthy(
            Map<TopicPartition, TopicPartitionInfo> partitions, Map<TopicPartition, Integer> replication) {
        if (!partitions.keySet().equals(replication.keySet())) {
            throw new AssertionError("The topics have " + counts(partitions.keySet())
                    + " partitions, but they should have " + counts(replication.keySet())
                    + ", as before: with another number of partitions, keys move");
        }
        partitions.forEach((partition, info) -> {
            int expected = replication.get(partition);
            boolean led = info.leader() != null && !info.leader().isEmpty();
            if (!led || info.replicas().size() != expected || info.isr().size() != expected) {
                throw new AssertionError(partition + " should have a leader and " + expected
                        + " replicas, all in sync, but it is " + described(info));
            }
        });
    }

    private static Map<String, Long> counts(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .collect(Collectors.groupingBy(TopicPartition::topic, TreeMap::new, Collectors.counting()));
    }

    static void failUnlessBalanced(Map<TopicPartition, TopicPartitionInfo> partitions, Collection<Integer> brokers) {
        Map<Integer, Integer> replicas = zeros(brokers);
        Map<Integer, Integer> leaders = zeros(brokers);
        partitions.values().forEach(info -> {
            info.replicas().forEach(node -> replicas.merge(node.id(), 1, Integer::sum));
            leaders.merge(info.leader() == null ? -1 : info.leader().id(), 1, Integer::sum);
        });
        failUnlessWithinOne("replicas of the topics", replicas, partitions);
        failUnlessWithinOne("partitions of the topics that each broker leads", leaders, partitions);
    }

    private static Map<Integer, Integer> zeros(Collection<Integer> brokers) {
        return new TreeMap<>(brokers.stream().collect(Collectors.toMap(id -> id, id -> 0)));
    }

    private static void failUnlessWithinOne(
            String what, Map<Integer, Integer> counts, Map<TopicPartition, TopicPartitionInfo> partitions) {
        int most = counts.values().stream().max(Integer::compare).orElseThrow();
        int least = counts.values().stream().min(Integer::compare).orElseThrow();
        if (most - least > 1) {
            throw new AssertionError("The " + what + ", by broker, are " + counts
                    + ", but no broker should have two more"
                    + " than another. The topics are now: "
                    + partitions.entrySet().stream()
                            .map(one -> one.getKey().topic().replaceAll(".*-(\\w+)-\\w+$", "$1") + "-"
                                    + one.getKey().partition() + " " + described(one.getValue()))
                            .collect(Collectors.joining("; ")));
        }
    }

    static String described(TopicPartitionInfo info) {
        boolean led = info.leader() != null && !info.leader().isEmpty();
        return (led ? "led by " + info.leader().id() : "without a leader") + ", on " + Site.ids(info.replicas())
                + ", in sync " + Site.ids(info.isr());
    }
}
