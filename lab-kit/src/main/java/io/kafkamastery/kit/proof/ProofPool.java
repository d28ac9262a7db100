package io.kafkamastery.kit.proof;

import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.report.LabModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Proves the nodes of labs by several workers at a time. A lab that asks for a cluster of its own stays with one worker, so
 * that this cluster is started once; the nodes of all others go to whoever is free.
 */
final class ProofPool {

    private static final String WORKERS = "proof.workers";

    /** Most of a proof is waiting for brokers and clients: a few more than there are processors do no harm. */
    private static final int USUAL = Math.min(4, Runtime.getRuntime().availableProcessors() + 1);

    private final LabModule module;
    private final int workers = Math.max(1, Integer.getInteger(WORKERS, USUAL));
    private final Queue<List<Task>> expensive = new ArrayDeque<>();
    private final Queue<List<Task>> cheap = new ArrayDeque<>();

    ProofPool(LabModule module) {
        this.module = module;
    }

    private record Task(LabUnderProof lab, int index, CompletableFuture<NodeReport> report) {}

    /** The reports of a lab's nodes, in their order; they come once the pool has started. */
    List<CompletableFuture<NodeReport>> add(LabUnderProof lab, List<DynamicTest> nodes) {
        List<Task> tasks = IntStream.range(0, nodes.size())
                .mapToObj(index -> new Task(lab, index, new CompletableFuture<>()))
                .toList();
        if (asksForItsOwnCluster(lab)) {
            expensive.add(tasks);
        } else {
            tasks.forEach(task -> cheap.add(List.of(task)));
        }
        return tasks.stream().map(Task::report).toList();
    }

    private static boolean asksForItsOwnCluster(LabUnderProof lab) {
        Brokers brokers = lab.testClass().getAnnotation(Brokers.class);
        return brokers != null && (brokers.value() > 1 || brokers.settings().length > 0);
    }

    void start() {
        Path logs = module.target().resolve("proof-logs");
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException("The proof cannot write to " + logs, e);
        }
        for (int i = 1; i <= workers; i++) {
            Path log = logs.resolve("worker-" + i + ".log");
            Thread thread = new Thread(() -> work(log), "proof-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work(Path log) {
        WorkerProcess worker = null;
        for (List<Task> tasks = next(); !tasks.isEmpty(); tasks = next()) {
            for (Task task : tasks) {
                try {
                    if (worker == null || !worker.isAlive()) {
                        worker = new WorkerProcess(log);
                    }
                    task.report().complete(worker.prove(task.lab(), task.index()));
                } catch (IOException e) {
                    task.report().complete(NodeReport.brokenOff("The JVM that proved it failed: " + e));
                }
            }
        }
        if (worker != null) {
            worker.close();
        }
    }

    private synchronized List<Task> next() {
        List<Task> tasks = expensive.isEmpty() ? cheap.poll() : expensive.poll();
        return tasks == null ? new ArrayList<>() : tasks;
    }
}
