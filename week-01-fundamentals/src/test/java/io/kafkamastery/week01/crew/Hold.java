package io.kafkamastery.week01.crew;

import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.week01.crew.HandledOrders.Delivery;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Holds up one worker in the middle of an order, so that a test can look at that very moment. */
final class Hold implements Consumer<Delivery>, AutoCloseable {

    /** Longer than any look takes; a worker must not hang for ever if the test has failed. */
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    /** Every other order takes a moment too, so that orders pile up and one poll() brings those of several partitions. */
    private static final Duration TAKES = Duration.ofMillis(2);

    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final String worker;
    private final int nth;
    private final AtomicInteger seen = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Delivery held;
    private volatile boolean interrupted;

    private Hold(String worker, int nth) {
        this.worker = worker;
        this.nth = nth;
    }

    /** Will hold up this worker at its first order, its second and so on: {@code nth} counts from 1. */
    static Hold of(String worker, int nth) {
        return new Hold(worker, nth);
    }

    @Override
    public void accept(Delivery delivery) {
        if (!delivery.worker().equals(worker) || seen.incrementAndGet() != nth) {
            LockSupport.parkNanos(TAKES.toNanos());
            return;
        }
        held = delivery;
        try {
            released.await(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    /** Waits until the worker is in the middle of that order. */
    Delivery awaitHeld() {
        Await.within(WITHIN)
                .until(worker + " to be given " + nth + " orders", () -> held != null, () -> "only " + seen + " came");
        return held;
    }

    /**
     * Fails if somebody interrupted the worker's thread while it was held up.
     *
     * @param call what was called meanwhile, for the message
     */
    void failIfInterrupted(String call) {
        if (interrupted) {
            throw new AssertionError(call + " interrupted the handler in the middle of " + held
                    + ". The order in hand is to be handled to the end, undisturbed.");
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
    }
}
