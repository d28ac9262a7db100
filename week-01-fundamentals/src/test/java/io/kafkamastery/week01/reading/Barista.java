package io.kafkamastery.week01.reading;

import io.kafkamastery.kestrel.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/**
 * Takes what readers hand over, and remembers it over several runs. Crashes, or pauses with an order in hand, where a test
 * wants it to.
 */
final class Barista implements OrderHandler, Rejects {

    /** What handlers throw in earnest: exceptions that JSON parsers and Kafka's clients have, too. */
    private static final List<Function<String, RuntimeException>> CRASHES = List.of(
            IllegalArgumentException::new,
            message -> new KafkaException(message + ", as its own producer could not reach its cluster"),
            message -> new UncheckedIOException(new IOException(message)));

    /** The longest that an order is kept in hand to see whether another one is handed over meanwhile. */
    private static final Duration TAKES_ITS_TIME = Duration.ofMillis(150);

    /** Ends a pause that a failed test left behind, in whatever thread. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private static final int NEVER = 0;

    private final List<Order> handled = new CopyOnWriteArrayList<>();
    private final List<RejectedRecord> rejected = new CopyOnWriteArrayList<>();
    private final List<String> calledAfterCrash = new CopyOnWriteArrayList<>();
    private final AtomicInteger callsUnderWay = new AtomicInteger();
    private final AtomicInteger crashes = new AtomicInteger();
    private final CountDownLatch resumed = new CountDownLatch(1);
    private final CountDownLatch secondCall = new CountDownLatch(1);
    private volatile boolean expectsRejects;
    private volatile int crashAt = NEVER;
    private volatile int pauseAt = NEVER;
    private volatile int unhurriedUpTo;
    private volatile boolean crashAtReject;
    private volatile boolean crashAfterPause;
    private volatile RuntimeException crash;
    private volatile Order crashedAt;
    private volatile RejectedRecord crashedAtReject;
    private volatile Order pausedAt;
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

    /** Keep each of the next orders in hand for a moment, in which another one may be handed over, although it must not. */
    void takeTimeForTheNext(int orders) {
        unhurriedUpTo = handled.size() + orders;
    }

    /** Pause, once, with the n-th order in hand that is new, until {@link #resume()}. */
    void pauseAtNew(int nth) {
        pauseAt = nth;
    }

    void resume() {
        resumed.countDown();
    }

    /** End the pause with a crash. */
    void crashAfterPause() {
        crashAfterPause = true;
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
                if (crashAfterPause) {
                    crashedAt = order;
                    throw crash("the handler threw at " + order.orderId() + ", after stop() had been called");
                }
            }
            if (handled.size() < unhurriedUpTo) {
                waitForAnotherCall();
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
                secondCall.countDown();
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

    private RuntimeException crash(String message) {
        crash = CRASHES.get(crashes.getAndIncrement() % CRASHES.size()).apply(message);
        return crash;
    }

    private void waitForAnotherCall() {
        try {
            secondCall.await(TAKES_ITS_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** Whether it has an order or a reject in hand. */
    boolean isBusy() {
        return callsUnderWay.get() > 0;
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
    Optional<RuntimeException> crash() {
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
        return secondCall.getCount() == 0;
    }

    /** Whether the thread was interrupted during the pause. */
    boolean wasInterrupted() {
        return interrupted;
    }
}
