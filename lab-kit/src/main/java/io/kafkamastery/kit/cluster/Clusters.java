package io.kafkamastery.kit.cluster;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The clusters of this JVM, by their specification: started when first asked for, or a little earlier when it is known
 * that they will be; shared from then on, closed when the JVM ends. Tests run one at a time, so that sharing is safe as
 * long as each leaves a cluster that can be healed.
 */
public final class Clusters {

    private static final Map<ClusterSpec, KafkaCluster> RUNNING = new LinkedHashMap<>();
    private static final Map<ClusterSpec, ClusterException> FAILED = new LinkedHashMap<>();
    private static final Map<ClusterSpec, FutureTask<KafkaCluster>> UNDER_WAY = new LinkedHashMap<>();
    private static final Deque<ClusterSpec> EXPECTED = new ArrayDeque<>();
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
            KafkaCluster started = start(spec);
            if (RUNNING.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(Clusters::closeAll, "close-clusters"));
            }
            RUNNING.put(spec, started);
            startWhatComesNext();
            return started;
        } catch (ClusterException e) {
            FAILED.put(spec, e);
            throw e;
        }
    }

    /**
     * Says which clusters the tests to come will ask for, in that order. Once one is there, the next is started in the
     * background, so that whoever asks for it waits less.
     */
    public static synchronized void expect(Collection<ClusterSpec> specs) {
        EXPECTED.clear();
        EXPECTED.addAll(new LinkedHashSet<>(specs));
    }

    private static void startWhatComesNext() {
        EXPECTED.removeAll(RUNNING.keySet());
        EXPECTED.removeAll(UNDER_WAY.keySet());
        ClusterSpec next = EXPECTED.poll();
        if (next != null) {
            FutureTask<KafkaCluster> task = new FutureTask<>(() -> backend.start(next));
            UNDER_WAY.put(next, task);
            Thread starter = new Thread(task, "start-" + next.describe());
            starter.setDaemon(true); // a run that ends early does not wait for it; its brokers end with this JVM
            starter.start();
        }
    }

    private static KafkaCluster start(ClusterSpec spec) {
        FutureTask<KafkaCluster> underWay = UNDER_WAY.remove(spec);
        if (underWay == null) {
            return backend().start(spec);
        }
        try {
            return underWay.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClusterException failed) {
                throw failed;
            }
            throw new ClusterException("The cluster could not be started: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while waiting for the cluster", e);
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
        Set.copyOf(UNDER_WAY.keySet()).forEach(Clusters::closeOnceStarted);
        RUNNING.values().forEach(KafkaCluster::close);
        RUNNING.clear();
    }

    private static void closeOnceStarted(ClusterSpec spec) {
        try {
            start(spec).close();
        } catch (ClusterException neverStarted) {
            // Then there is nothing to close, and nobody has asked for it.
        }
    }
}
