package io.kafkamastery.kit.probe;

import java.util.Map;
import java.util.Optional;

/**
 * A default uncaught exception handler that tells {@link Await} about threads that died: whatever a wait is for, it is
 * pointless once the code under test has lost one.
 */
public interface ThreadDeaths extends Thread.UncaughtExceptionHandler {

    /** A thread that died of an exception that nobody caught, and the exception. */
    Optional<Map.Entry<Thread, Throwable>> first();
}
