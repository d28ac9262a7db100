package io.kafkamastery.week01.reading;

import io.kafkamastery.kestrel.Order;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes what readers hand over, and remembers it over several runs. Crashes, or pauses with an order in hand, where a test
 * wants it to.
 */
final class Barista implements OrderHandler, Rejects {

    /** What a crash looks like to the reader. */
    static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Crash(String message) {
            super(message);
        }
    }

    /** Ends a pause that a failed test left behind, in whatever thread. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private static final int NEVER = 0;

    private final List<Order> handled = new CopyOnWriteArrayList<>();
    private final List<RejectedRecord> rejected = new CopyOnWriteArrayList<>();
    private final List<String> calledAfterCrash = new CopyOnWriteArrayList<>();
    private final AtomicInteger callsUnderWay = new AtomicInteger();
    private final CountDownLatch resumed = new CountDownLatch(1);
    private volatile boolean expectsRejects;
    private volatile int crashAt = NEVER;
    private volatile int pauseAt = NEVER;
    private volatile boolean crashAtReject;
    private volatile Crash crash;
    private volatile Order crashedAt;
    private volatile RejectedRecord crashedAtReject;
    private volatile Order pausedAt;
    private volatile boolean calledTwiceAtATime;
    private volatile boolean interrupted;

    /** Where nothing is expected to be rejected, the first reject ends all waiting. */
    void expectRejects() {
        expectsRejects = true;
    }

    boolean expectsRejects() {
        return expectsRejects;
    }

    /** Crash, once, at the n-th order that is new, counting from 1 over all runs. */
    void crashAtNew(int nth) {
        carryOn();
        crashAt = nth;
    }

    /** Crash, once, at the next record to be rejected. */
    void crashAtReject() {
        carryOn();
        expectRejects();
        crashAtReject = true;
    }

    /** What is handed over from now on comes from another run than the one that saw the crash. */
    void carryOn() {
        crash = null;
        calledAfterCrash.clear();
    }

    /** Pause, once, with the n-th order in hand that is new, until {@link #resume()}. */
    void pauseAtNew(int nth) {
        pauseAt = nth;
    }

    void resume() {
        resumed.countDown();
    }

    @Override
    public void handle(Order order) {
        Objects.requireNonNull(order, "the handler was handed null instead of an order");
        call(order.orderId(), () -> {
            if (isNthNew(order, crashAt)) {
                crashAt = NEVER;
                crashedAt = order;
                throw crash("the handler threw at " + order.orderId());
            }
            if (isNthNew(order, pauseAt)) {
                pauseAt = NEVER;
                pause(order);
            }
            handled.add(order);
        });
    }

    @Override
    public void reject(RejectedRecord record) {
        call(place(record), () -> {
            if (crashAtReject) {
                crashAtReject = false;
                crashedAtReject = record;
                throw crash("the rejects threw at " + place(record));
            }
            rejected.add(record);
        });
    }

    /** For messages: the reasons that JSON parsers give fill many lines. */
    static String place(RejectedRecord record) {
        return record.topic() + "-" + record.partition() + " at offset " + record.offset();
    }

    private void call(String what, Runnable work) {
        if (crash != null) {
            calledAfterCrash.add(what);
        }
        try {
            if (callsUnderWay.incrementAndGet() > 1) {
                calledTwiceAtATime = true;
            }
            work.run();
        } finally {
            callsUnderWay.decrementAndGet();
        }
    }

    private boolean isNthNew(Order order, int nth) {
        Set<Order> known = new HashSet<>(handled);
        return known.size() == nth - 1 && !known.contains(order);
    }

    private Crash crash(String message) {
        crash = new Crash(message);
        return crash;
    }

    private void pause(Order order) {
        pausedAt = order;
        try {
            if (!resumed.await(LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody let the handler go on");
            }
        } catch (InterruptedException e) {
            interrupted = true;
            Thread.currentThread().interrupt();
        }
    }

    /** The orders whose call returned normally, with repetitions. */
    List<Order> handled() {
        return List.copyOf(handled);
    }

    /** The records whose call returned normally, with repetitions. */
    List<RejectedRecord> rejected() {
        return List.copyOf(rejected);
    }

    /** What was thrown in the run that is or was under way. */
    Optional<Crash> crash() {
        return Optional.ofNullable(crash);
    }

    /** The order that the handler crashed at last. */
    Order crashedAt() {
        return crashedAt;
    }

    /** The record that the rejects crashed at last. */
    RejectedRecord crashedAtReject() {
        return crashedAtReject;
    }

    /** What was handed over in the same run after a crash, by name. */
    List<String> calledAfterCrash() {
        return List.copyOf(calledAfterCrash);
    }

    /** The order in hand during the pause; {@code null} if it has not begun. */
    Order pausedAt() {
        return pausedAt;
    }

    /** Whether handler or rejects were ever called while another call was under way. */
    boolean wasCalledTwiceAtATime() {
        return calledTwiceAtATime;
    }

    /** Whether the thread was interrupted during the pause. */
    boolean wasInterrupted() {
        return interrupted;
    }
}
