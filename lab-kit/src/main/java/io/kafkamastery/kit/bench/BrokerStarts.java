package io.kafkamastery.kit.bench;

import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.docker.DockerAvailability;
import io.kafkamastery.kit.cluster.docker.DockerBackend;
import io.kafkamastery.kit.cluster.process.ProcessBackend;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Measures how long a cluster takes from being asked for until it answers, on each backend that works here. */
public final class BrokerStarts {

    private BrokerStarts() {}

    /** Starts clusters of one and of three brokers that many times, on the backends in turn, and ends them again. */
    public static Map<String, Measurements> measure(int rounds) throws ExecutionException, InterruptedException {
        DockerAvailability docker = DockerAvailability.probe();
        Map<String, long[]> millis = new LinkedHashMap<>();
        start(new ProcessBackend(), 1); // makes the class archive, and loads this JVM's classes
        // Backends take turns, so that a busy moment of the machine strikes all of them.
        for (int round = 0; round < rounds; round++) {
            measure(millis, "process, 1 broker", new ProcessBackend(), 1, round, rounds);
            measure(millis, "process, 3 brokers", new ProcessBackend(), 3, round, rounds);
            if (docker.usable()) {
                measure(millis, "docker, 1 broker", new DockerBackend(), 1, round, rounds);
                measure(millis, "docker, 3 brokers", new DockerBackend(), 3, round, rounds);
            }
        }
        Map<String, Measurements> measured = new LinkedHashMap<>();
        millis.forEach((what, values) -> measured.put(what, new Measurements(values)));
        return measured;
    }

    private static void measure(
            Map<String, long[]> millis, String what, Backend backend, int brokers, int round, int rounds)
            throws ExecutionException, InterruptedException {
        millis.computeIfAbsent(what, key -> new long[rounds])[round] = start(backend, brokers);
    }

    private static long start(Backend backend, int brokers) throws ExecutionException, InterruptedException {
        long before = System.nanoTime();
        try (KafkaCluster cluster = backend.start(ClusterSpec.of(brokers))) {
            cluster.admin().describeCluster().clusterId().get();
            return (System.nanoTime() - before) / 1_000_000;
        }
    }
}
