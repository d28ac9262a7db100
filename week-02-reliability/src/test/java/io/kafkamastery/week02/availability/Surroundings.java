package io.kafkamastery.week02.availability;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Hearsay;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;

/** What an election in one topic is not to change: who holds the other topics, and the settings of all topics and brokers. */
final class Surroundings {

    private static final ConfigResource ALL_BROKERS = new ConfigResource(ConfigResource.Type.BROKER, "");

    private final KafkaCluster kafka;
    private final List<Topic> others;
    private final List<ConfigResource> resources;
    private final Map<String, String> holdersBefore;
    private final Map<String, String> settingsBefore;

    private Surroundings(KafkaCluster kafka, Topic topic, List<Topic> others) {
        this.kafka = kafka;
        this.others = others;
        resources = Stream.of(
                        Stream.of(ALL_BROKERS),
                        kafka.brokers().stream()
                                .filter(Broker::isRunning)
                                .map(broker ->
                                        new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(broker.id()))),
                        Stream.concat(Stream.of(topic), others.stream()).map(Surroundings::resource))
                .flatMap(same -> same)
                .toList();
        Hearsay.awaitAllKnown(kafka);
        holdersBefore = holders();
        settingsBefore = settings();
    }

    /** As they are now. */
    static Surroundings of(KafkaCluster kafka, Topic topic, List<Topic> others) {
        return new Surroundings(kafka, topic, others);
    }

    void failIfChanged() {
        Hearsay.awaitAllKnown(kafka);
        holders().forEach((partition, holders) -> {
            if (!holders.equals(holdersBefore.get(partition))) {
                throw new AssertionError("bringBack() was to touch no other topic, but " + partition + ", which was "
                        + holdersBefore.get(partition) + ", is now " + holders);
            }
        });
        Map<String, String> now = settings();
        Stream.concat(now.keySet().stream(), settingsBefore.keySet().stream())
                .sorted()
                .forEach(setting -> {
                    String before = settingsBefore.getOrDefault(setting, "not set");
                    String after = now.getOrDefault(setting, "not set");
                    if (!before.equals(after)) {
                        throw new AssertionError("bringBack() was to leave all settings as they were, but " + setting
                                + ", which was " + before + ", is now " + after);
                    }
                });
    }

    /** Takes back what a wrong program may have set for all brokers: others use the cluster, too. */
    void restoreSettingsOfAllBrokers() {
        alter(ALL_BROKERS, OpType.DELETE, "unclean.leader.election.enable", null);
    }

    private Map<String, String> holders() {
        Map<String, String> holders = new TreeMap<>();
        others.stream()
                .flatMap(topic -> topic.allPartitions().stream())
                .forEach(partition -> holders.put(
                        partition.toString(),
                        ReplicaProbe.of(kafka, partition).holders().toString()));
        return holders;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        describe(resources)
                .forEach((resource, config) -> config.entries().stream()
                        .filter(entry -> entry.source() != ConfigSource.DEFAULT_CONFIG)
                        .forEach(entry ->
                                settings.put(entry.name() + " of " + name(resource), String.valueOf(entry.value()))));
        return settings;
    }

    private static String name(ConfigResource resource) {
        return resource.equals(ALL_BROKERS)
                ? "all brokers"
                : resource.type().name().toLowerCase(java.util.Locale.ROOT) + " " + resource.name();
    }

    private Map<ConfigResource, Config> describe(Collection<ConfigResource> which) {
        return answer(kafka.admin().describeConfigs(new ArrayList<>(which)).all());
    }

    private void alter(ConfigResource resource, OpType operation, String name, String value) {
        answer(kafka.admin()
                .incrementalAlterConfigs(
                        Map.of(resource, List.of(new AlterConfigOp(new ConfigEntry(name, value), operation))))
                .all());
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("The cluster did not tell or take a setting: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
