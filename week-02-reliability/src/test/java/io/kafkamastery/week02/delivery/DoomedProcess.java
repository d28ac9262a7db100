package io.kafkamastery.week02.delivery;

import io.kafkamastery.kit.jvm.SecondJvm;
import io.kafkamastery.kit.probe.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A processor in a JVM of its own, as the JVM of the test sees it: it stands still at a chosen moment of a chosen order, and
 * is killed there (SIGKILL). Nothing of it gets to run after that: no {@code finally}, no {@code close()}, no shutdown hook.
 */
final class DoomedProcess implements AutoCloseable {

    /** A JVM starts, joins a group and reads a handful of orders; on a busy machine this takes several seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String NO_ORDER = "no order at all";

    private final Process process;
    private final Path folder;
    private final String what;

    private DoomedProcess(Process process, Path folder, String what) {
        this.process = process;
        this.folder = folder;
        this.what = what;
    }

    /** One that does not stand still, and may be killed at any time. */
    static DoomedProcess start(Class<?> processor, Shift shift, Path folder) {
        return start(processor, shift, Fate.Moment.BEFORE, NO_ORDER, folder);
    }

    /** @param folder does not exist yet; for what the two processes have to tell each other */
    static DoomedProcess start(Class<?> processor, Shift shift, Fate.Moment moment, String orderId, Path folder) {
        try {
            Files.createDirectory(folder);
            Process process = SecondJvm.running(DoomedMain.class)
                    .start(
                            processor.getName(),
                            shift.guarantee().name(),
                            shift.bootstrapServers(),
                            shift.groupId(),
                            shift.topic(),
                            shift.books().toString(),
                            shift.pace().toString(),
                            moment.name(),
                            orderId,
                            folder.toString());
            pass(process);
            return new DoomedProcess(process, folder, orderId + " to be processed in a process of its own");
        } catch (IOException e) {
            throw new UncheckedIOException("The test could not start another JVM", e);
        }
    }

    /** What the processor prints is for the learner to see. */
    private static void pass(Process process) {
        Thread thread = new Thread(() -> {
            try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    System.out.println(line);
                }
            } catch (IOException killed) {
                // Then there is nothing more to read.
            }
        });
        thread.setName("output of the processor");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits until it stands still at its moment.
     *
     * @throws AssertionError if it has ended instead, or did not get there
     */
    void awaitItsMoment() {
        Await.within(PATIENCE)
                .until(
                        what,
                        () -> {
                            if (!process.isAlive() && !isAtItsMoment()) {
                                failBecauseItEnded();
                            }
                            return isAtItsMoment();
                        },
                        () -> "the processor has not got that far");
    }

    private boolean isAtItsMoment() {
        return Files.exists(DoomedMain.signal(folder));
    }

    private void failBecauseItEnded() {
        Throwable failure = null;
        Path outcome = DoomedMain.outcome(folder);
        if (Files.exists(outcome)) {
            try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(outcome))) {
                failure = (Throwable) in.readObject();
            } catch (IOException | ClassNotFoundException e) {
                failure = e;
            }
        }
        throw new AssertionError(
                "expected " + what + ", but the processor has ended"
                        + (failure == null ? " (it returned without an exception)" : " with " + failure),
                failure);
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Kills it, and returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
