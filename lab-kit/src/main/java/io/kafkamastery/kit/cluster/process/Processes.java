package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Processes that this JVM need not have started: recognised by id and start time, and signalled where there are signals. */
final class Processes {

    /** Linux derives start times from the clock, which may be set meanwhile. No id is used again so quickly. */
    private static final long START_TOLERANCE_MILLIS = 5_000;

    private Processes() {}

    /** The process with that id, if it is the one that was started then and has not ended. */
    static Optional<ProcessHandle> live(long pid, long startMillis) {
        return ProcessHandle.of(pid)
                .filter(process -> Math.abs(startMillis(process) - startMillis) <= START_TOLERANCE_MILLIS)
                .filter(Processes::isAlive);
    }

    /** Process ids are used again; with its start time a process cannot be mistaken for another. */
    static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    static boolean isFrozen(ProcessHandle process) {
        return state(process).startsWith("T");
    }

    /** Stops it, and returns when it has stopped: on a busy machine that takes its many threads a moment. */
    static void freeze(ProcessHandle process) {
        signal(process, "STOP");
        awaitFrozen(process, true);
    }

    /** Lets it go on, and returns when it does. */
    static void thaw(ProcessHandle process) {
        signal(process, "CONT");
        awaitFrozen(process, false);
    }

    private static void awaitFrozen(ProcessHandle process, boolean frozen) {
        try {
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> !isAlive(process) || isFrozen(process) == frozen);
        } catch (ConditionTimeoutException e) {
            throw new ClusterException("Process " + process.pid() + (frozen ? " did not stop." : " did not go on."), e);
        }
    }

    /** @param signal for example {@code STOP} */
    private static void signal(ProcessHandle process, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new ClusterException("kill -" + signal + " " + process.pid() + " did not work.");
            }
        } catch (IOException e) {
            throw new ClusterException("Signals cannot be sent here (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while sending a signal", e);
        }
    }

    /** Whether it runs or could: a process that has ended, but whose parent has not noticed, still has its id. */
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !state(process).startsWith("Z");
    }

    /** As {@code ps} says it: T for stopped, Z for ended but not yet noticed by its parent; empty if unknown. */
    private static String state(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip();
        } catch (IOException noSuchFile) {
            return stateFromPs(process);
        }
    }

    private static String stateFromPs(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "stat=", "-p", String.valueOf(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noSuchCommand) {
            return "";
        }
    }
}
