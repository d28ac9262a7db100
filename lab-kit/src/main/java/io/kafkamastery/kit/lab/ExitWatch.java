package io.kafkamastery.kit.lab;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * Notices when code under test ends the JVM with {@code System.exit}. A shutdown hook still sees the stack of the thread
 * that called it, so that the results can name the line.
 */
public final class ExitWatch {

    private static final CopyOnWriteArrayList<BiConsumer<CriterionId, String>> LISTENERS = new CopyOnWriteArrayList<>();
    private static volatile CriterionId running;
    private static volatile LearnersCode learners;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ExitWatch::shuttingDown, "exit-watch"));
    }

    private ExitWatch() {}

    /** Is told which criterion was running, and a sentence about it, if the JVM is ended from within one. */
    public static void onExitWithinCriterion(BiConsumer<CriterionId, String> listener) {
        LISTENERS.add(listener);
    }

    static void entering(CriterionId id, LearnersCode code) {
        learners = code;
        running = id;
    }

    static void leaving() {
        running = null;
    }

    private static void shuttingDown() {
        CriterionId id = running;
        if (id != null) {
            exitingLine()
                    .ifPresent(line -> LISTENERS.forEach(listener -> listener.accept(
                            id,
                            "Your code ended the whole JVM with System.exit (at " + line
                                    + "). Throw an exception instead:"
                                    + " whoever calls your code decides what happens then.")));
        }
    }

    private static Optional<StackTraceElement> exitingLine() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(ExitWatch::isExiting)
                .flatMap(Arrays::stream)
                .filter(frame -> learners.owns(frame))
                .findFirst();
    }

    private static boolean isExiting(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }
}
