package io.kafkamastery.kit.probe;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.PollInterval;

/**
 * Waits for a condition, and says in a sentence what was expected and what was there instead:
 *
 * <pre>{@code
 * Await.within(ofSeconds(10)).until("all 5 orders to be handled", () -> handled.size() == 5,
 *         () -> "only " + handled.size() + " were", reader);
 * // expected all 5 orders to be handled within 10 s, but only 3 were
 * }</pre>
 *
 * <p>Give it the {@link Background} code whose work you wait for: when that fails, waiting on is pointless, and the wait
 * ends at once with the exception. The same goes for any thread of the code under test that dies. A stub's TODO is
 * rethrown as it is.
 */
public final class Await {

    /** Most of what a test waits for comes at once; what takes longer need not be asked for so often. */
    private static final PollInterval MORE_AND_MORE_SELDOM =
            (polls, previous) -> Duration.ofMillis(Math.min(2L * polls, 20));

    /** A check that throws an {@link AssertionError} as long as it does not hold. */
    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }

    private final Duration limit;

    private Await(Duration limit) {
        this.limit = limit;
    }

    /** A wait of at most this long. */
    public static Await within(Duration limit) {
        return new Await(limit);
    }

    /**
     * Waits until the condition is true.
     *
     * @param expected what should happen, as in "all 5 orders to be handled"
     * @param observed what was there instead, as in "only 3 were"; asked once, when the time is over
     * @param failFast code without which the condition can no longer come true
     * @throws AssertionError when the time is over, or as soon as some of the code has ended with an exception
     */
    public void until(String expected, Callable<Boolean> condition, Supplier<String> observed, Background... failFast) {
        String expectation = "expected " + expected + " within " + Spans.text(limit);
        try {
            Awaitility.await(expected)
                    // Uncaught exceptions of other threads are the extension's to report, not this wait's to swallow.
                    .dontCatchUncaughtExceptions()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(MORE_AND_MORE_SELDOM)
                    .atMost(limit)
                    .until(() -> {
                        failIfAnyFailed(expectation, failFast);
                        return condition.call();
                    });
        } catch (ConditionTimeoutException e) {
            failIfAnyFailed(expectation, failFast);
            throw new AssertionError(expectation + ", but " + observed.get());
        }
    }

    /** The same for conditions about which there is nothing more to say than that they did not come true. */
    public void until(String expected, Callable<Boolean> condition, Background... failFast) {
        until(expected, condition, () -> "it did not happen", failFast);
    }

    /**
     * Waits until the assertions hold.
     *
     * @param expected what should happen, as in "all 5 orders to be handled"
     * @param failFast code without which they can no longer come to hold
     * @throws AssertionError when the time is over, with the message of what failed last; or as soon as some of the code
     *     has ended with an exception
     */
    public void untilAsserted(String expected, Assertion assertion, Background... failFast) {
        AtomicReference<AssertionError> last = new AtomicReference<>();
        Callable<Boolean> holds = () -> {
            try {
                assertion.check();
                return true;
            } catch (AssertionError notYet) {
                Todo.rethrowFrom(notYet);
                last.set(notYet);
                return false;
            }
        };
        until(
                expected,
                holds,
                () -> last.get() == null
                        ? "the check itself did not return in that time"
                        : last.get().getMessage(),
                failFast);
    }

    private static void failIfAnyFailed(String expectation, Background... failFast) {
        for (Background code : failFast) {
            code.failIfFailed(expectation);
        }
        if (Thread.getDefaultUncaughtExceptionHandler() instanceof ThreadDeaths deaths) {
            deaths.first().ifPresent(death -> failOver(death, expectation));
        }
    }

    private static void failOver(Map.Entry<Thread, Throwable> death, String expectation) {
        Throwable failure = death.getValue();
        Todo.rethrowFrom(failure);
        throw new AssertionError(
                expectation + ", but the thread '" + death.getKey().getName()
                        + "' has died of an exception that nobody caught: " + failure,
                failure);
    }
}
