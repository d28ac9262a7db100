package io.kafkamastery.week01.crew;

import io.kafkamastery.week01.crew.HandledOrders.Delivery;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finds out whether workers work at the same time: each waits, in the middle of its first order, until all of them are in
 * the middle of one.
 */
final class Meeting implements Consumer<Delivery> {

    /** Ample where all are at work, and short enough for those who will never meet. */
    private static final Duration AT_MOST = Duration.ofSeconds(4);

    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final CountDownLatch missing;
    private volatile String waitedInVain;

    /** @param workers how many have to meet */
    Meeting(int workers) {
        this.missing = new CountDownLatch(workers);
    }

    @Override
    public void accept(Delivery delivery) {
        if (!present.add(delivery.worker())) {
            return;
        }
        missing.countDown();
        try {
            if (!missing.await(AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                waitedInVain = delivery.worker();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void assertTookPlace() {
        if (waitedInVain != null) {
            throw new AssertionError(waitedInVain + " was busy with one order for " + AT_MOST.toSeconds()
                    + " s, and all that time nobody else began theirs. Workers work at the same time: one who takes long"
                    + " holds up nobody else.");
        }
    }
}
