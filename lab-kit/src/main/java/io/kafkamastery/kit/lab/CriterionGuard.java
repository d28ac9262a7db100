package io.kafkamastery.kit.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * What every criterion is run under, whatever the code under test does:
 *
 * <ul>
 *   <li>it ends within its time limit, even if the learner's code loops for ever; the message names the line;
 *   <li>an exception that ends a thread of the learner's fails it, rather than being lost;
 *   <li>a Kafka client that was not closed fails it;
 *   <li>reaching a stub's TODO makes it "to do", in whichever thread that happens.
 * </ul>
 */
final class CriterionGuard {

    /** Closing takes a moment, and a reader that was told to stop may close its consumer in its own thread. */
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(3);

    private static final Duration INTERRUPTED_WITHIN = Duration.ofMillis(500);
    private static final int LINES_SHOWN = 4;

    private final LearnersCode learners;
    private final Duration limit;

    CriterionGuard(Class<?> testClass, Duration limit) {
        this.learners = new LearnersCode(testClass);
        this.limit = limit;
    }

    void run(Invocation<Void> invocation, CriterionId id) throws Throwable {
        Set<String> openBefore = OpenClients.now();
        try (StrayFailures stray = new StrayFailures()) {
            Throwable failure = null;
            ExitWatch.entering(id, learners);
            try {
                runUnderLimit(() -> proceed(invocation), "criterion " + id);
            } catch (Throwable e) {
                failure = e;
            } finally {
                ExitWatch.leaving();
            }
            if (failure instanceof TimeLimitExceeded) {
                throw failure;
            }
            throwVerdict(failure, stray.seen(), openBefore);
        }
    }

    private static Void proceed(Invocation<Void> invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Runs it in a thread of its own, which is left behind if it does not end: no other way to stop it exists. */
    <T> T runUnderLimit(Callable<T> code, String what) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        outcome.complete(code.call());
                    } catch (Throwable e) {
                        outcome.completeExceptionally(e);
                    }
                },
                what);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(limit.toMillis());
            if (!outcome.isDone()) {
                throw exceeded(thread, what);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        return valueOrThrow(outcome);
    }

    private static <T> T valueOrThrow(CompletableFuture<T> outcome) {
        try {
            return outcome.getNow(null);
        } catch (java.util.concurrent.CompletionException e) {
            throw CriterionGuard.<RuntimeException>sneaky(e.getCause());
        }
    }

    /** Lets a checked exception through as it is: whoever reads the report wants the learner's, not a wrapper. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneaky(Throwable e) throws E {
        throw (E) e;
    }

    private TimeLimitExceeded exceeded(Thread thread, String what) throws InterruptedException {
        List<StackTraceElement> where = learners.whereaboutsPreferring(thread);
        thread.interrupt();
        thread.join(INTERRUPTED_WITHIN.toMillis());
        String place = where.isEmpty()
                ? " None of your methods was running then: the criterion waited for something that never came."
                : " Your code was here:\n" + lines(where);
        return new TimeLimitExceeded("No verdict after " + limit.toSeconds() + " s (" + what + ")." + place
                + (thread.isAlive() ? "\nIt does not react to an interrupt either: look for an endless loop." : ""));
    }

    private static String lines(List<StackTraceElement> frames) {
        return frames.stream()
                .limit(LINES_SHOWN)
                .map(frame -> "    at " + frame)
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> clientsLeftOpen(Set<String> openBefore) {
        if (openBefore.containsAll(OpenClients.now())) {
            return Set.of();
        }
        try {
            Awaitility.await()
                    .dontCatchUncaughtExceptions() // StrayFailures does, until the criterion is over
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(CLOSED_WITHIN)
                    .until(() -> openBefore.containsAll(OpenClients.now()));
            return Set.of();
        } catch (ConditionTimeoutException stillOpen) {
            Set<String> leftOpen = new TreeSet<>(OpenClients.now());
            leftOpen.removeAll(openBefore);
            return leftOpen;
        }
    }

    private void throwVerdict(Throwable failure, List<Map.Entry<Thread, Throwable>> stray, Set<String> openBefore)
            throws Throwable {
        Optional<StillToDo> todo = todo(failure, stray);
        if (todo.isPresent()) {
            throw todo.get();
        }
        if (failure != null) {
            stray.forEach(entry -> failure.addSuppressed(died(entry)));
            throw failure;
        }
        if (!stray.isEmpty()) {
            throw died(stray.get(0));
        }
        Set<String> leftOpen = clientsLeftOpen(openBefore);
        if (!leftOpen.isEmpty()) {
            throw new AssertionError(
                    "Left open when the criterion was over: " + String.join(", ", leftOpen)
                            + ". Close every client that you create, also when something fails: try-with-resources or finally.");
        }
    }

    private static Optional<StillToDo> todo(Throwable failure, List<Map.Entry<Thread, Throwable>> stray) {
        Optional<StillToDo> todo = StillToDo.in(failure);
        for (int i = 0; todo.isEmpty() && i < stray.size(); i++) {
            todo = StillToDo.in(stray.get(i).getValue());
        }
        return todo;
    }

    private AssertionError died(Map.Entry<Thread, Throwable> entry) {
        Throwable failure = entry.getValue();
        String place =
                learners.lineIn(failure).map(line -> " (at " + line + ")").orElse("");
        return new AssertionError(
                "The thread '" + entry.getKey().getName() + "' of your code died of an exception that nobody caught: "
                        + failure + place,
                failure);
    }
}
