package io.kafkamastery.week02.scaling.solution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Holds the traffic of a move to a rate. It takes two things: a rate on brokers, and the names of the replicas that it
 * counts for, on their topics. Either without the other does nothing.
 */
final class Throttle {

    private static final List<String> RATES =
            List.of("leader.replication.throttled.rate", "follower.replication.throttled.rate");
    private static final String SENDERS = "leader.replication.throttled.replicas";
    private static final String RECEIVERS = "follower.replication.throttled.replicas";

    private final Admin admin;

    Throttle(Admin admin) {
        this.admin = admin;
    }

    // region: set
    void set(Map<TopicPartition, List<Integer>> before, Map<TopicPartition, List<Integer>> after, long bytesPerSecond) {
        Set<Integer> brokers = new HashSet<>();
        Map<String, List<String>> senders = new HashMap<>();
        Map<String, List<String>> receivers = new HashMap<>();
        after.forEach((partition, target) -> {
            List<Integer> current = before.get(partition);
            List<Integer> added =
                    target.stream().filter(id -> !current.contains(id)).toList();
            if (!added.isEmpty()) { // otherwise nothing is copied
                name(partition, current, senders); // whoever leads it during the move
                name(partition, added, receivers);
                brokers.addAll(current);
                brokers.addAll(added);
            }
        });
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        brokers.forEach(id -> changes.put(
                broker(id),
                RATES.stream()
                        .map(rate -> change(rate, String.valueOf(bytesPerSecond), OpType.SET))
                        .toList()));
        senders.keySet()
                .forEach(topic -> changes.put(
                        topic(topic),
                        List.of(
                                change(SENDERS, String.join(",", senders.get(topic)), OpType.SET),
                                change(RECEIVERS, String.join(",", receivers.get(topic)), OpType.SET))));
        Answers.of(admin.incrementalAlterConfigs(changes).all());
    }

    /** In the form {@code partition:broker}. */
    private static void name(TopicPartition partition, List<Integer> ids, Map<String, List<String>> byTopic) {
        List<String> names = byTopic.computeIfAbsent(partition.topic(), none -> new ArrayList<>());
        ids.forEach(id -> names.add(partition.partition() + ":" + id));
    }
    // endregion

    // region: remove
    /** From all brokers, whoever took part: it is harmless where there is none. */
    void remove(Collection<String> topics, Collection<Integer> brokers) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        brokers.forEach(id -> changes.put(
                broker(id),
                RATES.stream().map(rate -> change(rate, null, OpType.DELETE)).toList()));
        topics.forEach(name -> changes.put(
                topic(name), List.of(change(SENDERS, null, OpType.DELETE), change(RECEIVERS, null, OpType.DELETE))));
        Answers.of(admin.incrementalAlterConfigs(changes).all());
    }
    // endregion

    private static AlterConfigOp change(String setting, String value, OpType type) {
        return new AlterConfigOp(new ConfigEntry(setting, value), type);
    }

    private static ConfigResource broker(int id) {
        return new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(id));
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }
}
