package io.kafkamastery.kit.cluster.docker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does slow things to several containers at once. */
final class Parallel {

    private Parallel() {}

    /**
     * Returns when all tasks have ended.
     *
     * @throws RuntimeException the first that a task threw, in their order; the others are suppressed by it
     */
    static void run(List<Runnable> tasks) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "docker");
            thread.setDaemon(true);
            return thread;
        });
        List<CompletableFuture<Void>> runs = tasks.stream()
                .map(task -> CompletableFuture.runAsync(task, threads))
                .toList();
        threads.shutdown();
        RuntimeException first = null;
        for (CompletableFuture<Void> run : runs) {
            try {
                run.join();
            } catch (CompletionException e) {
                RuntimeException cause = e.getCause() instanceof RuntimeException thrown ? thrown : e;
                if (first == null) {
                    first = cause;
                } else {
                    first.addSuppressed(cause);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
