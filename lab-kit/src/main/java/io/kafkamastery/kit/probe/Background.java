package io.kafkamastery.kit.probe;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Code under test that runs beside the test, such as a reader that goes on until it is told to stop.
 *
 * <pre>{@code
 * try (Background reader = Background.start("reader", () -> lab.run(bootstrapServers, topic, handler))) {
 *     Await.within(ofSeconds(10)).until("all 5 orders to be handled", () -> handled.size() == 5,
 *             () -> handled.size() + " were", reader);
 *     lab.stop();
 *     reader.awaitNormalEnd(ofSeconds(3), "run() should return within 3 s after stop()");
 * }
 * }</pre>
 *
 * <p>Whatever the code throws is kept, never lost. A stub's TODO leaves every method of this class as it was thrown, and
 * so does an {@link AssertionError}: a test's own callback found something, on whatever thread.
 */
public final class Background implements AutoCloseable {

    /** What runs in the background; may throw anything. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final Thread thread;
    private volatile Throwable failure;
    private volatile boolean failureSeen;
    private volatile boolean verdictThrown;

    private Background(String name, Task task) {
        thread = new Thread(() -> run(task), name);
        thread.setDaemon(true);
    }

    /**
     * Starts the task in a thread of its own.
     *
     * @param name how messages and the thread call it, for example {@code reader}
     */
    public static Background start(String name, Task task) {
        Background background = new Background(name, task);
        background.thread.start();
        return background;
    }

    private void run(Task task) {
        try {
            task.run();
        } catch (Throwable e) {
            failure = e;
        }
    }

    /** As it was started. */
    public String name() {
        return thread.getName();
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** What the code ended with, if it ended with an exception. */
    public Optional<Throwable> failure() {
        failureSeen = true;
        return Optional.ofNullable(failure);
    }

    /**
     * Waits until the code has ended, normally or with an exception; {@link #failure()} tells which.
     *
     * @param sentence what was expected of it, for the message
     * @throws AssertionError if it has not ended by then: the sentence, and the line where the code is
     */
    public void awaitEnd(Duration limit, String sentence) {
        join(limit);
        if (isRunning()) {
            throw new AssertionError(sentence + ", but after " + Spans.text(limit) + " it is still running. "
                    + LearnerFrames.whereIs(thread));
        }
        rethrowVerdict();
    }

    /**
     * Waits until the code has ended without an exception.
     *
     * @param sentence what was expected of it, for the message
     * @throws AssertionError if it has not ended by then, or ended with an exception
     */
    public void awaitNormalEnd(Duration limit, String sentence) {
        awaitEnd(limit, sentence);
        failIfFailed(sentence);
    }

    /**
     * Checks that the code is still running.
     *
     * @param sentence what was expected of it, for the message
     * @throws AssertionError if it has ended, normally or with an exception, which is then the cause
     */
    public void failIfEnded(String sentence) {
        if (isRunning()) {
            return;
        }
        failIfFailed(sentence);
        throw new AssertionError(sentence + ", but " + name() + " has ended (it returned without an exception)");
    }

    /**
     * Checks that the code has not ended with an exception; whether it still runs does not matter.
     *
     * @param sentence what was expected of it, for the message
     * @throws AssertionError if it has; the exception is the cause
     */
    public void failIfFailed(String sentence) {
        rethrowVerdict();
        Throwable cause = failure;
        if (cause != null) {
            throw new AssertionError(sentence + ", but " + name() + " has ended with " + cause, cause);
        }
    }

    private void rethrowVerdict() {
        Throwable cause = failure;
        failureSeen = cause != null;
        verdictThrown = cause instanceof AssertionError;
        Todo.rethrowFrom(cause);
        if (cause instanceof AssertionError found) {
            throw found;
        }
    }

    /**
     * Interrupts the code if it still runs, and waits two seconds at most for its end. What it throws from then on is
     * nobody's concern.
     *
     * @throws AssertionError if it had already ended with an exception and the test never looked: it must not pass then
     */
    @Override
    public void close() {
        if (isRunning()) {
            thread.interrupt();
            // The test itself may have been told to stop: the code is ended all the same.
            Uninterrupted.run(() -> join(PATIENCE_AT_CLOSE));
        } else if (!failureSeen) {
            failIfFailed("nothing was expected to go wrong");
        } else if (!verdictThrown) { // or a try block would add it to itself, and fail with that instead
            rethrowVerdict();
        }
    }

    private void join(Duration limit) {
        try {
            thread.join(Math.max(1, limit.toMillis())); // join(0) would wait for ever
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
