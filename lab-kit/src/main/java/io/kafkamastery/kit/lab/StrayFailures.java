package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.probe.ThreadDeaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects the exceptions that end threads nobody waits for. Without it a criterion could pass while the thread that the
 * learner's code started is dead. Threads that an earlier criterion left behind are not counted.
 */
final class StrayFailures implements ThreadDeaths, AutoCloseable {

    private final Map<Thread, Throwable> failures = new ConcurrentHashMap<>();
    private final Thread.UncaughtExceptionHandler previous = Thread.getDefaultUncaughtExceptionHandler();

    /** Ids of threads ascend: those that start from now on have larger ones than this. */
    private final long newestThreadBefore = new Thread(() -> {}).getId();

    StrayFailures() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (thread.getId() > newestThreadBefore) {
            failures.put(thread, failure);
        }
    }

    @Override
    public Optional<Map.Entry<Thread, Throwable>> first() {
        return seen().stream().findFirst();
    }

    List<Map.Entry<Thread, Throwable>> seen() {
        return List.copyOf(failures.entrySet());
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(previous);
    }
}
