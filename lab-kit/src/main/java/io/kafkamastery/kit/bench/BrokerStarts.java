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

    private static final int ROUNDS = 7;

    private BrokerStarts() {}

    /** @param args how many rounds; 7 without */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
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
        print(millis);
        if (!docker.usable()) {
            System.out.println("docker: not measured, because " + docker.reason());
        }
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

    private static void print(Map<String, long[]> millis) {
        long reference = new Measurements(millis.get("process, 1 broker")).median();
        millis.forEach((what, values) -> {
            Measurements measured = new Measurements(values);
            System.out.printf("%-20s %-28s %.2f x%n", what, measured, (double) measured.median() / reference);
        });
    }
}
