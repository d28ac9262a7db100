package io.kafkamastery.week01.crew;

import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.week01.crew.HandledOrders.Delivery;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** A worker's dismissal, by dismiss() or close(), in the background, because it lasts until the order in hand has been handled. */
final class Dismissal {

    private static final Duration BEGUN_WITHIN = Duration.ofSeconds(10);
    /** Who waits by looking again and again does not look like one who waits. */
    private static final Duration SURELY_BEGUN_AFTER = Duration.ofSeconds(2);

    private static final Duration DONE_WITHIN = Duration.ofSeconds(10);

    private final String worker;
    private final Background background;
    private final AtomicReference<Thread> thread;
    private final long begunNanos = System.nanoTime();

    private Dismissal(String worker, Background background, AtomicReference<Thread> thread) {
        this.worker = worker;
        this.background = background;
        this.thread = thread;
    }

    /** @param call what dismisses the worker, in messages */
    static Dismissal begin(String call, String worker, Runnable dismiss) {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Background background = Background.start(call, () -> {
            thread.set(Thread.currentThread());
            dismiss.run();
        });
        return new Dismissal(worker, background, thread);
    }

    /** Waits until the dismissal waits for the worker, which has been told by then; or is over already. */
    void awaitWaiting() {
        Await.within(BEGUN_WITHIN)
                .until(
                        background.name() + " to wait until " + worker + " has finished the order in hand",
                        () -> thread.get() != null
                                && switch (thread.get().getState()) {
                                    case WAITING, TIMED_WAITING, TERMINATED -> true;
                                    case NEW, RUNNABLE, BLOCKED -> hasTakenLong();
                                });
    }

    private boolean hasTakenLong() {
        return System.nanoTime() - begunNanos > SURELY_BEGUN_AFTER.toNanos();
    }

    /** Fails if the dismissal is over, although the worker still has this order in hand. */
    void failIfOver(Delivery inHand) {
        background.failIfEnded(
                background.name() + " should wait for " + worker + ", who still has " + inHand + " in hand");
    }

    void awaitEnd() {
        background.awaitNormalEnd(DONE_WITHIN, background.name() + " should return once " + worker + " has left");
    }
}
