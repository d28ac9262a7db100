package io.kafkamastery.week02.scaling;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
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
final class Hearsay {

    /** It counts for replicas that move between two disks of a broker, and these have one disk each. */
    private static final String HARMLESS = "replica.alter.log.dirs.io.max.bytes.per.second";

    private static final AtomicLong LAST_MARK = new AtomicLong(1_000_000_000_000L);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Hearsay() {}

    /** Waits until every broker has heard of all that the controller has decided so far. */
    static void awaitAllKnown(KafkaCluster kafka) throws ExecutionException, InterruptedException {
        List<ConfigResource> brokers = kafka.brokers().stream()
                .map(Broker::id)
                .map(id -> new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(id)))
                .toList();
        String mark = String.valueOf(LAST_MARK.incrementAndGet());
        decide(kafka, brokers, new AlterConfigOp(new ConfigEntry(HARMLESS, mark), OpType.SET));
        Await.within(PATIENCE)
                .until(
                        "every broker to hear what the controller has decided",
                        () -> kafka.admin().describeConfigs(brokers).all().get().values().stream()
                                .allMatch(config -> mark.equals(setting(config))));
        decide(kafka, brokers, new AlterConfigOp(new ConfigEntry(HARMLESS, null), OpType.DELETE));
    }

    private static String setting(Config config) {
        ConfigEntry entry = config.get(HARMLESS);
        return entry == null ? "" : entry.value();
    }

    private static void decide(KafkaCluster kafka, List<ConfigResource> brokers, AlterConfigOp change)
            throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes =
                brokers.stream().collect(Collectors.toMap(broker -> broker, broker -> List.of(change)));
        kafka.admin().incrementalAlterConfigs(changes).all().get();
    }
}
