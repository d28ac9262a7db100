package io.kafkamastery.kit.lab;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects the exceptions that end threads nobody waits for. Without it a criterion could pass while the thread that the
 * learner's code started is dead.
 */
final class StrayFailures implements AutoCloseable {

    private final Map<Thread, Throwable> failures = new ConcurrentHashMap<>();
    private final Thread.UncaughtExceptionHandler previous = Thread.getDefaultUncaughtExceptionHandler();

    StrayFailures() {
        Thread.setDefaultUncaughtExceptionHandler(failures::put);
    }

    List<Map.Entry<Thread, Throwable>> seen() {
        return List.copyOf(failures.entrySet());
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(previous);
    }
}
