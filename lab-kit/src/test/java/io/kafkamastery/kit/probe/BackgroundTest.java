package io.kafkamastery.kit.probe;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.learner.StubbornReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Code in the background, and waits that watch over it. */
class BackgroundTest {

    private static final Duration SOON = ofSeconds(5);

    @Test
    void endsNormally() {
        try (Background run = Background.start("reader", () -> {})) {
            run.awaitNormalEnd(SOON, "run() should return");
            assertThat(run.failure()).isEmpty();
            assertThat(run.isRunning()).isFalse();
        }
    }

    @Test
    void saysWhereCodeIsThatDoesNotEnd() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Background run = Background.start("reader", () -> new StubbornReader().read(started));
        try (run) {
            started.await();
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> run.awaitEnd(ofMillis(50), "run() should return within 50 ms after stop()"))
                    .withMessageStartingWith(
                            "run() should return within 50 ms after stop(), but after 50 ms it is still")
                    .withMessageContaining("\n    at io.kafkamastery.learner.StubbornReader.read(StubbornReader.java:")
                    .withMessageNotContainingAny("java.util", "io.kafkamastery.kit", "Background");
            assertThatCode(() -> run.failIfEnded("run() should go on")).doesNotThrowAnyException();
        }
        assertThat(run.isRunning()).as("interrupted by close()").isFalse();
    }

    @Test
    void keepsTheExceptionItEndedWith() {
        Background run = Background.start("reader", () -> {
            throw new IllegalStateException("no such topic");
        });
        run.awaitEnd(SOON, "run() should return");
        assertThat(run.failure()).containsInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> run.awaitNormalEnd(SOON, "run() should return after stop()"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("run() should return after stop(), but reader has ended with "
                        + "java.lang.IllegalStateException: no such topic")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> run.failIfEnded("run() should go on"))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatCode(run::close).doesNotThrowAnyException();
    }

    @Test
    void doesNotLetATestPassThatNeverLooked() {
        Background run = Background.start("reader", () -> {
            throw new IllegalStateException("no such topic");
        });
        Await.within(SOON).until("the reader to end", () -> !run.isRunning());
        assertThatThrownBy(run::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("but reader has ended with java.lang.IllegalStateException: no such topic");
    }

    @Test
    void noticesThatItReturnedTooEarly() {
        Background run = Background.start("reader", () -> {});
        run.awaitEnd(SOON, "");
        assertThatThrownBy(() -> run.failIfEnded("run() should go on until stop()"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("run() should go on until stop(), but reader has ended (it returned without an exception)");
    }

    @Test
    void rethrowsATodoAsItIsFromEverywhere() {
        UnsupportedOperationException todo = new UnsupportedOperationException("TODO 1.3.a: poll");
        Background run = Background.start("reader", () -> {
            throw new CompletionException(todo);
        });
        assertThatThrownBy(() -> run.awaitEnd(SOON, "…")).isSameAs(todo);
        assertThatThrownBy(() -> run.awaitNormalEnd(SOON, "…")).isSameAs(todo);
        assertThatThrownBy(() -> run.failIfEnded("…")).isSameAs(todo);
        assertThatThrownBy(() -> Await.within(SOON).until("…", () -> false, run))
                .isSameAs(todo);
        assertThatThrownBy(run::close).isSameAs(todo);
    }

    @Test
    void anUnsupportedOperationThatIsNoTodoIsAFailure() {
        Background run = Background.start("reader", () -> {
            throw new UnsupportedOperationException("immutable");
        });
        assertThatThrownBy(() -> run.awaitNormalEnd(SOON, "run() should return"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void rethrowsWhatAnAssertionFoundOnTheThread() {
        AssertionError found = new AssertionError("handed out twice");
        Background run = Background.start("reader", () -> {
            throw found;
        });
        Await.within(SOON).until("the end", () -> !run.isRunning());
        assertThatThrownBy(run::close).isSameAs(found);
        assertThatThrownBy(() -> run.awaitEnd(SOON, "…")).isSameAs(found);
    }

    @Test
    void leavesATryBlockWithWhatAnAssertionFound() {
        AssertionError found = new AssertionError("handed out twice");
        assertThatThrownBy(() -> {
                    try (Background run = Background.start("reader", () -> {
                        throw found;
                    })) {
                        run.awaitEnd(SOON, "…");
                    }
                })
                .isSameAs(found);
    }

    @Test
    void waitsForACondition() {
        AtomicInteger looks = new AtomicInteger();
        Await.within(SOON).until("three looks", () -> looks.incrementAndGet() == 3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void saysWhatWasThereInstead() {
        assertThatThrownBy(() -> Await.within(ofMillis(60))
                        .until("all 5 orders to be handled", () -> false, () -> "only 3 were"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected all 5 orders to be handled within 60 ms, but only 3 were");
        assertThatThrownBy(() -> Await.within(ofMillis(60)).until("an order to come", () -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected an order to come within 60 ms, but it did not happen");
        assertThatThrownBy(() -> Await.within(ofMillis(60)).untilAsserted("an order to come", () -> {
                    throw new AssertionError("none came");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected an order to come within 60 ms, but none came");
    }

    @Test
    void doesNotWaitForCodeThatHasFailed() {
        Background run = Background.start("reader", () -> {
            throw new IllegalStateException("no such topic");
        });
        Instant begin = Instant.now();
        assertThatThrownBy(() -> Await.within(ofSeconds(30))
                        .until("all 5 orders to be handled", () -> false, () -> "only 3 were", run))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected all 5 orders to be handled within 30 s, but reader has ended with "
                        + "java.lang.IllegalStateException: no such topic")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(ofSeconds(10));
    }

    @Test
    void anExceptionOfTheConditionEndsTheWait() {
        assertThatThrownBy(() -> Await.within(SOON).until("an order to come", () -> {
                    throw new UnsupportedOperationException("TODO 1.1.a: ask the Admin client");
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("TODO");
    }

    @Test
    void endsWaitsWhenAThreadHasDied() throws InterruptedException {
        OneDeath watch = new OneDeath();
        Thread worker = new Thread(
                () -> {
                    throw new IllegalStateException("no such topic");
                },
                "worker-Ben");
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(watch);
        try {
            worker.start();
            worker.join();
            assertThatThrownBy(() -> Await.within(ofSeconds(30)).until("an order to come", () -> false))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(
                            "expected an order to come within 30 s, but the thread 'worker-Ben' has died of an exception"
                                    + " that nobody caught: java.lang.IllegalStateException: no such topic");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static final class OneDeath implements ThreadDeaths {
        private volatile Map.Entry<Thread, Throwable> death;

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            death = Map.entry(thread, failure);
        }

        @Override
        public Optional<Map.Entry<Thread, Throwable>> first() {
            return Optional.ofNullable(death);
        }
    }
}
