package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.Ports;
import io.kafkamastery.kit.cluster.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clusters that one JVM after another uses, so that only the first waits for their start. They belong to the process that
 * opened them, and end with it, however it ends.
 *
 * <p>The owner gives {@link #properties()} to the JVMs that it starts; the process backend does the rest there.
 */
public final class HotClusters implements AutoCloseable {

    private static final String FOLDER = "lab.hot";
    private static final String OWNER = "lab.hot.owner";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_PORT_CLASHES = 3;

    private static final Set<KafkaCluster> USED_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;

    private HotClusters(Path folder) {
        this.folder = folder;
    }

    /** Room for clusters of this JVM. None is started yet. */
    public static HotClusters open() {
        Workspace.sweepLeftovers();
        HotClusters clusters = new HotClusters(Workspace.create());
        Runtime.getRuntime().addShutdownHook(new Thread(clusters::close, "end-hot-clusters"));
        return clusters;
    }

    /** System properties for JVMs that are to use these clusters. */
    public Map<String, String> properties() {
        return Map.of(
                FOLDER,
                folder.toString(),
                OWNER,
                String.valueOf(ProcessHandle.current().pid()));
    }

    /** Whether this cluster is one of them, so that nobody's topics are in it but those of tests. */
    public static boolean include(KafkaCluster cluster) {
        return USED_HERE.contains(cluster);
    }

    /**
     * In a JVM that was given {@link #properties()}: a running cluster of that kind, started if there is none yet. Of several
     * JVMs that ask at once one starts it, and the others wait.
     */
    static Optional<KafkaCluster> get(ClusterSpec spec) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return Optional.empty();
        }
        Path home = Path.of(folder, key(spec));
        try (var turn = StandingState.lock(home.resolveSibling(home.getFileName() + "-use"))) {
            Optional<KafkaCluster> running = StandingCluster.in(home)
                    .filter(StandingCluster::isComplete)
                    .flatMap(standing -> connectIfItAnswers(standing, spec));
            KafkaCluster hot = running.orElseGet(() -> start(home, spec));
            USED_HERE.add(hot);
            return Optional.of(hot);
        }
    }

    private static Optional<KafkaCluster> connectIfItAnswers(StandingCluster standing, ClusterSpec spec) {
        KafkaCluster connected = standing.connect();
        Set<Integer> ids = IntStream.rangeClosed(1, spec.brokers()).boxed().collect(Collectors.toSet());
        try {
            Readiness.awaitBrokers(connected.admin(), ids, ANSWER_WITHIN, () -> {});
            return Optional.of(connected);
        } catch (ClusterException unhealthy) {
            connected.close();
            return Optional.empty();
        }
    }

    private static KafkaCluster start(Path home, ClusterSpec spec) {
        if (spec.brokers() > 1) {
            makeRoom(home.getParent());
        }
        OptionalLong owner = OptionalLong.of(Long.parseLong(System.getProperty(OWNER)));
        for (int clashes = 0; ; clashes++) {
            StandingCluster.down(home);
            try {
                StandingCluster started = StandingCluster.up(home, spec, freePorts(spec), owner);
                return started.connect();
            } catch (ClusterException e) {
                if (clashes == MOST_PORT_CLASHES || !e.getMessage().startsWith("Port ")) {
                    throw e;
                }
            }
        }
    }

    private static List<Integer> freePorts(ClusterSpec spec) {
        try (Ports ports = Ports.hold(Layout.portsNeeded(spec))) {
            return ports.numbers();
        }
    }

    /** Several clusters of several brokers would fill a laptop's memory: the one that was used last has to go. */
    private static void makeRoom(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            homes.filter(Files::isDirectory)
                    .filter(home -> StandingCluster.in(home)
                            .filter(StandingCluster::isLarge)
                            .isPresent())
                    .forEach(StandingCluster::down);
        } catch (IOException gone) {
            // The owner has ended, and this process is about to.
        }
    }

    private static String key(ClusterSpec spec) {
        String settings = new TreeMap<>(spec.settings()).toString();
        return spec.brokers() + "-" + spec.controllers()
                + (spec.settings().isEmpty() ? "" : "-" + Integer.toHexString(settings.hashCode()));
    }

    /** Ends them all. */
    @Override
    public void close() {
        Workspace.endProcessesOf(folder);
        Workspace.delete(folder);
    }
}
