package io.kafkamastery.kit.cluster;

import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that every cluster of the kit starts with, whichever backend runs it. Each departs from Kafka's default
 * for a reason, and a lab may override any of them.
 */
public final class BrokerSettings {

    private BrokerSettings() {}

    /** The kit's settings for this specification, with those that the specification itself brings on top. */
    public static Map<String, String> of(ClusterSpec spec) {
        int replicas = Math.min(3, spec.brokers());
        // Equal to the replication factor, one dead broker would block every transaction.
        int minInSync = Math.max(1, replicas - 1);
        Map<String, String> settings = new TreeMap<>();
        settings.put("group.initial.rebalance.delay.ms", "0"); // a group of one forms at once
        settings.put("group.min.session.timeout.ms", "1000"); // labs about lost members need not wait for 6 s
        // Members of the consumer protocol hear of a change with their next heartbeat: after 0.1 s rather than 5 s.
        settings.put("group.consumer.min.heartbeat.interval.ms", "100");
        settings.put("group.consumer.heartbeat.interval.ms", "100");
        // The next assignment is computed at once, even if the last one is less than a second old (KIP-1263).
        settings.put("group.consumer.assignment.interval.ms", "0");
        settings.put("auto.create.topics.enable", "false"); // a misspelt topic name is an error, as in production
        settings.put("default.replication.factor", String.valueOf(replicas));
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".num.partitions", "1"); // internal topics cost start-up time by the partition
            settings.put(topic + ".replication.factor", String.valueOf(replicas));
        }
        settings.put("transaction.state.log.min.isr", String.valueOf(minInSync));
        settings.put("share.coordinator.state.topic.min.isr", String.valueOf(minInSync));
        // A dead or frozen broker is noticed after 3 s rather than 9 s, and one that comes back waits no longer.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // By default a controller moves leadership back every five minutes: in the middle of some test. heal() does it.
        settings.put("auto.leader.rebalance.enable", "false");
        // In the same rhythm it looks for partitions that may have an unclean leader by now, which would make a program
        // right once in a while that only sets unclean.leader.election.enable.
        settings.put("unclean.leader.election.interval.ms", "3600000");
        // A controller with nothing to say writes an empty record all the same: every 5 s rather than twice a second.
        // Each
        // is read by every node, which made up a quarter of what an idle cluster does.
        settings.put("metadata.max.idle.interval.ms", "5000");
        // A follower whose leader is away tries again after 0.1 s rather than 1 s: it is in sync sooner then.
        settings.put("replica.fetch.backoff.ms", "100");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304"); // 4 MiB instead of 128: several brokers, one laptop
        // Old segments are looked for all the time, rather than after half a minute and then every five minutes, and an
        // idle cleaner looks for work again sooner than after 15 s. What a topic keeps is still Kafka's default: a
        // week,
        // by the records' own timestamps. On several brokers that much looking costs more than anybody waits for it.
        String upkeep = spec.brokers() == 1 ? "100" : "1000";
        settings.put("log.initial.task.delay.ms", "300");
        settings.put("log.retention.check.interval.ms", upkeep);
        settings.put("log.cleaner.backoff.ms", upkeep);
        settings.put("log.segment.delete.delay.ms", "1000"); // deleted segments leave the disk while one is watching
        settings.putAll(spec.settings());
        return settings;
    }
}
