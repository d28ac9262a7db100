package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What brokers have heard of the controller's decisions. Each of them answers from that, and on a busy machine it may be
 * seconds behind. They hear everything in the same sequence: whoever knows of one decision knows of all before it.
 */
public final class Hearsay {

    /** It counts for replicas that move between two disks of a broker, and these have one disk each. */
    private static final String HARMLESS = "replica.alter.log.dirs.io.max.bytes.per.second";

    private static final AtomicLong LAST_MARK = new AtomicLong(1_000_000_000_000L);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Hearsay() {}

    /** Waits until every broker that is running has heard of all that the controller has decided so far. */
    public static void awaitAllKnown(KafkaCluster kafka) {
        List<ConfigResource> brokers = kafka.brokers().stream()
                .filter(Broker::isRunning)
                .map(Broker::id)
                .map(id -> new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(id)))
                .toList();
        String mark = String.valueOf(LAST_MARK.incrementAndGet());
        decide(kafka, brokers, new AlterConfigOp(new ConfigEntry(HARMLESS, mark), OpType.SET));
        awaitHeard(kafka, brokers, mark::equals);
        decide(kafka, brokers, new AlterConfigOp(new ConfigEntry(HARMLESS, null), OpType.DELETE));
        awaitHeard(kafka, brokers, value -> !mark.equals(value)); // whoever compares settings finds no trace of it
    }

    private static void awaitHeard(KafkaCluster kafka, List<ConfigResource> brokers, Predicate<String> expected) {
        Await.within(PATIENCE)
                .until(
                        "every broker to hear what the controller has decided",
                        () -> Answers.get(kafka.admin().describeConfigs(brokers).all(), "the settings of its brokers")
                                .values()
                                .stream()
                                .allMatch(config -> expected.test(setting(config))));
    }

    private static String setting(Config config) {
        ConfigEntry entry = config.get(HARMLESS);
        return entry == null ? "" : entry.value();
    }

    private static void decide(KafkaCluster kafka, List<ConfigResource> brokers, AlterConfigOp change) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes =
                brokers.stream().collect(Collectors.toMap(broker -> broker, broker -> List.of(change)));
        Answers.done(
                kafka.admin().incrementalAlterConfigs(changes).all(), "that it has taken a setting of its brokers");
    }
}
