package io.kafkamastery.week02.scaling.solution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * Decides which broker is to hold what. It begins with what is there and takes from those that have most, so that few
 * replicas move: each one that moves is copied over the network.
 */
final class SpreadPlan {

    private final Map<TopicPartition, List<Integer>> replicas = new HashMap<>();
    private final List<Integer> brokers;

    private SpreadPlan(Map<TopicPartition, List<Integer>> current, Collection<Integer> brokers) {
        current.forEach((partition, ids) -> replicas.put(partition, new ArrayList<>(ids)));
        this.brokers = brokers.stream().sorted().toList();
    }

    /** Evenly over all these brokers. */
    static Map<TopicPartition, List<Integer>> spread(
            Map<TopicPartition, List<Integer>> current, Collection<Integer> brokers) {
        SpreadPlan plan = new SpreadPlan(current, brokers);
        plan.balanceReplicas();
        plan.balanceLeaders();
        return plan.replicas;
    }

    /** What the leaving broker holds goes to those that hold least; nothing else moves. */
    static Map<TopicPartition, List<Integer>> drain(
            Map<TopicPartition, List<Integer>> current, int leaving, Collection<Integer> staying) {
        SpreadPlan plan = new SpreadPlan(current, staying);
        plan.replicas.values().stream()
                .filter(ids -> ids.contains(leaving))
                .forEach(ids -> Collections.replaceAll(ids, leaving, plan.leastLoadedOutside(ids)));
        return plan.replicas;
    }

    private int leastLoadedOutside(List<Integer> ids) {
        return brokers.stream()
                .filter(broker -> !ids.contains(broker))
                .min(Comparator.comparingInt(this::load))
                .orElseThrow(() -> new IllegalStateException(
                        "The brokers " + brokers + " are too few for what " + ids + " hold now"));
    }

    private int load(int broker) {
        return (int)
                replicas.values().stream().filter(ids -> ids.contains(broker)).count();
    }

    private int leaderships(int broker) {
        return (int)
                replicas.values().stream().filter(ids -> ids.get(0) == broker).count();
    }

    // region: replicas
    private void balanceReplicas() {
        while (true) {
            int most = highest(this::load);
            int least = lowest(this::load);
            if (load(most) - load(least) <= 1) {
                return;
            }
            // Whoever holds more replicas than another holds one that the other does not.
            List<Integer> one = replicas.values().stream()
                    .filter(ids -> ids.contains(most) && !ids.contains(least))
                    .findFirst()
                    .orElseThrow();
            Collections.replaceAll(one, most, least);
        }
    }
    // endregion

    // region: leaders
    /** Leading costs more than following: a leader serves all producers and consumers of its partition. */
    private void balanceLeaders() {
        while (true) {
            int most = highest(this::leaderships);
            Map<Integer, TopicPartition> handedOver = new TreeMap<>(); // to a broker, when looking for a way to it
            Deque<Integer> reached = new ArrayDeque<>(List.of(most));
            while (!reached.isEmpty() && leaderships(reached.peek()) >= leaderships(most) - 1) {
                int leader = reached.remove();
                replicas.forEach((partition, ids) -> {
                    if (ids.get(0) == leader) {
                        ids.stream()
                                .filter(id -> id != most && handedOver.putIfAbsent(id, partition) == null)
                                .forEach(reached::add);
                    }
                });
            }
            if (reached.isEmpty()) {
                return; // nobody leads two less
            }
            handOver(most, reached.peek(), handedOver);
        }
    }

    /** Each broker on the way takes one partition from the one before it: only the first and the last count changes. */
    private void handOver(int from, int to, Map<Integer, TopicPartition> handedOver) {
        for (int broker = to; broker != from; ) {
            List<Integer> ids = replicas.get(handedOver.get(broker));
            int before = ids.get(0);
            ids.remove((Integer) broker);
            ids.add(0, broker);
            broker = before;
        }
    }
    // endregion

    private int highest(ToIntFunction<Integer> figure) {
        return brokers.stream().max(Comparator.comparingInt(figure)).orElseThrow();
    }

    private int lowest(ToIntFunction<Integer> figure) {
        return brokers.stream().min(Comparator.comparingInt(figure)).orElseThrow();
    }
}
