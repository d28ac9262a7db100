package io.kafkamastery.week02.delivery;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The processor is stopped with a certain order in hand, which should be the only one. */
final class ClosingTime implements Fate {

    /** Enough for other threads of the processor to show up. */
    private static final long MOMENT_MILLIS = 200;

    private final String orderId;
    private final Runnable stop;
    private final AtomicBoolean isFirst = new AtomicBoolean(true);
    private final CountDownLatch others = new CountDownLatch(1);

    ClosingTime(String orderId, Runnable stop) {
        this.orderId = orderId;
        this.stop = stop;
    }

    @Override
    public void before(String id) {
        if (isFirst.getAndSet(false)) {
            waitForOthers();
        }
        if (id.equals(orderId)) {
            stop.run();
        }
    }

    /** With the first order of all: whoever begins several at once has just begun, and none of them can be over. */
    private void waitForOthers() {
        try {
            others.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void atTheSameTime() {
        others.countDown();
    }

    /** @throws AssertionError if the processor has had more than one order in hand at once */
    void failIfOthersWereInHand() {
        if (others.getCount() == 0) {
            fail(
                    "One order is to be processed at a time, but the processor began several at once, when %s was among them",
                    orderId);
        }
    }
}
