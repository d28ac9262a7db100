package io.kafkamastery.week01.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Hearsay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Sets aside the limits that somebody has given to brokers of a running cluster, all of them or one by its id. What a clinic
 * sets there is seen even if it was there before, and it is gone afterwards: it would change the verdicts of those who come
 * later.
 */
final class BrokerLimits implements AutoCloseable {

    private static final String MESSAGE_MAX_BYTES = "message.max.bytes";

    private final KafkaCluster kafka;
    private final List<ConfigResource> everyPlace;
    private final Map<ConfigResource, String> setAside;

    BrokerLimits(KafkaCluster kafka) throws ExecutionException, InterruptedException {
        this.kafka = kafka;
        Stream<String> ids =
                kafka.brokers().stream().filter(Broker::isRunning).map(broker -> String.valueOf(broker.id()));
        everyPlace = Stream.concat(Stream.of(""), ids) // the one without a name is for all brokers
                .map(id -> new ConfigResource(ConfigResource.Type.BROKER, id))
                .toList();
        setAside = set();
        if (!setAside.isEmpty()) {
            change(setAside, OpType.DELETE);
        }
    }

    /** To be asked when every broker has heard of what the clinic did. */
    void assertUntouched() throws ExecutionException, InterruptedException {
        assertThat(set())
                .as("message.max.bytes that the clinic has set for brokers, where it holds for all their topics,"
                        + " and not for the patient alone")
                .isEmpty();
    }

    /** What is set at present, where it is set. */
    private Map<ConfigResource, String> set() throws ExecutionException, InterruptedException {
        Map<ConfigResource, String> found = new HashMap<>();
        kafka.admin().describeConfigs(everyPlace).all().get().forEach((place, config) -> {
            ConfigEntry limit = config.get(MESSAGE_MAX_BYTES);
            ConfigSource setHere = place.name().isEmpty()
                    ? ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG
                    : ConfigSource.DYNAMIC_BROKER_CONFIG;
            if (limit != null && limit.source() == setHere) {
                found.put(place, limit.value());
            }
        });
        return found;
    }

    private void change(Map<ConfigResource, String> limits, OpType how)
            throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = limits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        limit ->
                                List.of(new AlterConfigOp(new ConfigEntry(MESSAGE_MAX_BYTES, limit.getValue()), how))));
        kafka.admin().incrementalAlterConfigs(changes).all().get();
        Hearsay.awaitAllKnown(kafka);
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        // Not only what is seen: a clinic that failed may have set something that the brokers have not heard of yet.
        change(everyPlace.stream().collect(Collectors.toMap(place -> place, place -> "")), OpType.DELETE);
        if (!setAside.isEmpty()) {
            change(setAside, OpType.SET);
        }
    }
}
