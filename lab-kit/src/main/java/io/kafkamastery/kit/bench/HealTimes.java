package io.kafkamastery.kit.bench;

import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.Readiness;
import io.kafkamastery.kit.cluster.process.ProcessBackend;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;

/** Measures how long a cluster of three brokers takes from being hurt until it is healed. */
public final class HealTimes {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Map<String, Consumer<KafkaCluster>> HURTS = new LinkedHashMap<>();

    static {
        HURTS.put("one broker killed just now", kafka -> kafka.broker(1).kill());
        HURTS.put("two brokers killed just now", kafka -> {
            kafka.broker(1).kill();
            kafka.broker(2).kill();
        });
        HURTS.put("one broker killed and replaced", kafka -> {
            kafka.broker(3).kill();
            awaitFenced(kafka, 3);
        });
        HURTS.put("one broker paused and replaced", kafka -> {
            kafka.broker(1).pause();
            awaitFenced(kafka, 1);
        });
        HURTS.put("one broker cut off and replaced", kafka -> {
            kafka.broker(2).cutOff();
            awaitFenced(kafka, 2);
        });
        HURTS.put("a broker added", KafkaCluster::addBroker);
    }

    private HealTimes() {}

    /** Hurts clusters in every way, that many times, and heals them. */
    public static Map<String, Measurements> measure(int rounds) throws ExecutionException, InterruptedException {
        Map<String, long[]> millis = new LinkedHashMap<>();
        Backend backend = new ProcessBackend();
        try (KafkaCluster plain = backend.start(ClusterSpec.of(3));
                KafkaCluster cuttable = backend.start(ClusterSpec.of(3).withCuttableConnections())) {
            for (KafkaCluster kafka : List.of(plain, cuttable)) {
                kafka.admin()
                        .createTopics(List.of(new NewTopic("hurt", 6, (short) 3)))
                        .all()
                        .get();
                Readiness.awaitHealthyPartitions(kafka.admin(), LIMIT);
            }
            for (int round = 0; round < rounds; round++) {
                for (String what : HURTS.keySet()) {
                    KafkaCluster kafka = what.contains("cut off") ? cuttable : plain;
                    HURTS.get(what).accept(kafka);
                    long before = System.nanoTime();
                    kafka.heal();
                    millis.computeIfAbsent(what, key -> new long[rounds])[round] =
                            (System.nanoTime() - before) / 1_000_000;
                }
            }
        }
        Map<String, Measurements> measured = new LinkedHashMap<>();
        millis.forEach((what, values) -> measured.put(what, new Measurements(values)));
        return measured;
    }

    private static void awaitFenced(KafkaCluster kafka, int id) {
        List<Integer> others = kafka.brokers().stream()
                .map(Broker::id)
                .filter(other -> other != id)
                .toList();
        Readiness.awaitBrokers(kafka.admin(), Set.copyOf(others), LIMIT, () -> {});
    }
}
