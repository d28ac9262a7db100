package io.kafkamastery.week02.scaling;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The settings of a cluster that throttle replication, as they were at one moment. They may be set for a broker or for all
 * of them, and for a topic's replicas by name or for all of them.
 */
final class ThrottleSettings {

    private static final String SENDING_RATE = "leader.replication.throttled.rate";
    private static final String RECEIVING_RATE = "follower.replication.throttled.rate";
    private static final String SENDERS = "leader.replication.throttled.replicas";
    private static final String RECEIVERS = "follower.replication.throttled.replicas";

    private static final ConfigResource ALL_BROKERS = new ConfigResource(ConfigResource.Type.BROKER, "");

    /** By broker or topic: what has been set, and not to nothing. */
    private final Map<ConfigResource, Map<String, String>> set;

    private ThrottleSettings(Map<ConfigResource, Map<String, String>> set) {
        this.set = set;
    }

    static ThrottleSettings of(KafkaCluster kafka, Set<String> topics) throws Exception {
        List<ConfigResource> places = places(kafka, topics);
        Map<ConfigResource, Map<String, String>> set = new HashMap<>();
        for (var described : kafka.admin().describeConfigs(places).values().entrySet()) {
            Map<String, String> settings = new TreeMap<>();
            try {
                Config config = described.getValue().get();
                Stream.of(SENDING_RATE, RECEIVING_RATE, SENDERS, RECEIVERS)
                        .map(config::get)
                        .filter(entry -> entry != null && isSet(entry, described.getKey()))
                        .forEach(entry -> settings.put(entry.name(), entry.value()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) { // one that was deleted has none
                    throw e;
                }
            }
            if (!settings.isEmpty()) {
                set.put(described.getKey(), settings);
            }
        }
        return new ThrottleSettings(set);
    }

    private static List<ConfigResource> places(KafkaCluster kafka, Set<String> topics) {
        List<ConfigResource> places = new ArrayList<>(List.of(ALL_BROKERS));
        kafka.brokers().stream().map(Broker::id).map(ThrottleSettings::broker).forEach(places::add);
        topics.forEach(name -> places.add(new ConfigResource(ConfigResource.Type.TOPIC, name)));
        return places;
    }

    /** For this place: what is set for all brokers is also shown for each, with another source. */
    private static boolean isSet(ConfigEntry entry, ConfigResource place) {
        ConfigEntry.ConfigSource own;
        if (place.equals(ALL_BROKERS)) {
            own = ConfigEntry.ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG;
        } else if (place.type() == ConfigResource.Type.BROKER) {
            own = ConfigEntry.ConfigSource.DYNAMIC_BROKER_CONFIG;
        } else {
            own = ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
        }
        return entry.source() == own && entry.value() != null && !entry.value().isBlank();
    }

    private static ConfigResource broker(int id) {
        return new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(id));
    }

    boolean isEmpty() {
        return set.isEmpty();
    }

    void failUnlessHeldTo(long bytesPerSecond, TopicPartition partition, int leader, int newReplica) {
        failUnlessRate(leader, SENDING_RATE, bytesPerSecond, "sends " + partition + " to broker " + newReplica);
        failUnlessRate(newReplica, RECEIVING_RATE, bytesPerSecond, "receives " + partition);
        failUnlessNamed(partition, leader, SENDERS, "leads it and sends it to broker " + newReplica);
        failUnlessNamed(partition, newReplica, RECEIVERS, "receives it");
    }

    private void failUnlessRate(int broker, String rate, long expected, String because) {
        String found = setting(broker(broker), rate);
        String effective = found.isEmpty() ? setting(ALL_BROKERS, rate) : found;
        if (!effective.equals(String.valueOf(expected))) {
            throw new AssertionError("Broker " + broker + " " + because + ", so its " + rate + " should be " + expected
                    + " during the move, but it is " + (effective.isEmpty() ? "not set" : effective) + ". " + this);
        }
    }

    private void failUnlessNamed(TopicPartition partition, int broker, String setting, String because) {
        String names = setting(new ConfigResource(ConfigResource.Type.TOPIC, partition.topic()), setting);
        String name = partition.partition() + ":" + broker;
        boolean named = names.equals("*") || List.of(names.split("\\s*,\\s*")).contains(name);
        if (!named) {
            throw new AssertionError("Broker " + broker + " " + because + ", so " + setting
                    + " of the topic should name "
                    + name + " (partition " + partition.partition() + " on broker " + broker + "), or all with *."
                    + " Without that the rate does not count for this replica. " + this);
        }
    }

    private String setting(ConfigResource place, String name) {
        return set.getOrDefault(place, Map.of()).getOrDefault(name, "");
    }

    /** Gives every rate that is set another value, as an impatient operator would. */
    void changeRates(KafkaCluster kafka, long bytesPerSecond) throws Exception {
        alter(kafka, Set.of(SENDING_RATE, RECEIVING_RATE), AlterConfigOp.OpType.SET, String.valueOf(bytesPerSecond));
    }

    /** Goes on throttling these partitions of a topic, wherever they are, and lets its others go. */
    static void restrictTo(Set<Integer> partitions, String topic, KafkaCluster kafka) throws Exception {
        String replicas = partitions.stream()
                .flatMap(partition -> kafka.brokers().stream().map(broker -> partition + ":" + broker.id()))
                .collect(Collectors.joining(","));
        setReplicas(topic, Map.of(SENDERS, replicas, RECEIVERS, replicas), kafka);
    }

    /** Throttles again those replicas of a topic that were throttled at the moment of this. */
    void throttleAgain(String topic, KafkaCluster kafka) throws Exception {
        Map<String, String> former = set.getOrDefault(new ConfigResource(ConfigResource.Type.TOPIC, topic), Map.of());
        setReplicas(
                topic,
                Map.of(SENDERS, former.getOrDefault(SENDERS, ""), RECEIVERS, former.getOrDefault(RECEIVERS, "")),
                kafka);
    }

    private static void setReplicas(String topic, Map<String, String> values, KafkaCluster kafka) throws Exception {
        List<AlterConfigOp> changes = new ArrayList<>();
        values.forEach((name, value) -> changes.add(new AlterConfigOp(
                new ConfigEntry(name, value),
                value.isEmpty() ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET)));
        kafka.admin()
                .incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
                .all()
                .get();
    }

    void remove(KafkaCluster kafka) throws Exception {
        alter(kafka, Set.of(SENDING_RATE, RECEIVING_RATE, SENDERS, RECEIVERS), AlterConfigOp.OpType.DELETE, null);
    }

    private void alter(KafkaCluster kafka, Set<String> names, AlterConfigOp.OpType type, String value)
            throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        set.forEach((place, settings) -> {
            List<AlterConfigOp> ofPlace = settings.keySet().stream()
                    .filter(names::contains)
                    .map(name -> new AlterConfigOp(new ConfigEntry(name, value), type))
                    .toList();
            if (!ofPlace.isEmpty()) {
                changes.put(place, ofPlace);
            }
        });
        kafka.admin().incrementalAlterConfigs(changes).all().get();
    }

    @Override
    public String toString() {
        if (set.isEmpty()) {
            return "No throttle is set anywhere.";
        }
        List<String> places = new ArrayList<>();
        set.forEach((place, settings) -> places.add((place.equals(ALL_BROKERS)
                        ? "all brokers"
                        : place.type().name().toLowerCase(Locale.ROOT) + " " + place.name())
                + " " + settings));
        return "Set are: " + String.join("; ", places) + ".";
    }
}
