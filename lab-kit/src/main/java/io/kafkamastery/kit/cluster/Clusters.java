package io.kafkamastery.kit.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clusters of this JVM, by their specification: started when first asked for, shared from then on, closed when the
 * JVM ends. Tests run one at a time, so that sharing is safe as long as each leaves a cluster that can be healed.
 */
public final class Clusters {

    private static final Map<ClusterSpec, KafkaCluster> RUNNING = new LinkedHashMap<>();
    private static final Map<ClusterSpec, ClusterException> FAILED = new LinkedHashMap<>();
    private static Backend backend;

    private Clusters() {}

    /**
     * The cluster for this specification, started if need be.
     *
     * @throws ClusterException if it does not start; a second call says the same at once, without trying again
     */
    public static synchronized KafkaCluster get(ClusterSpec spec) {
        KafkaCluster running = RUNNING.get(spec);
        if (running != null) {
            return running;
        }
        if (FAILED.containsKey(spec)) {
            throw FAILED.get(spec);
        }
        try {
            KafkaCluster started = backend().start(spec);
            if (RUNNING.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(Clusters::closeAll, "close-clusters"));
            }
            RUNNING.put(spec, started);
            return started;
        } catch (ClusterException e) {
            FAILED.put(spec, e);
            throw e;
        }
    }

    /** The name of the backend in use, if any cluster was asked for yet. */
    public static synchronized Optional<String> backendName() {
        return Optional.ofNullable(backend).map(Backend::name);
    }

    /** Clusters that are running now. */
    public static synchronized List<KafkaCluster> running() {
        return List.copyOf(RUNNING.values());
    }

    private static Backend backend() {
        if (backend == null) {
            backend = Backends.choose();
        }
        return backend;
    }

    /** Ends a cluster that could not be healed, so that the next test gets a new one. */
    public static synchronized void discard(KafkaCluster cluster) {
        if (RUNNING.values().remove(cluster)) {
            cluster.close();
        }
    }

    private static synchronized void closeAll() {
        RUNNING.values().forEach(KafkaCluster::close);
        RUNNING.clear();
    }
}
