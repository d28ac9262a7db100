package io.kafkamastery.week02.retention;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;

/** Notices when a handler is given an order while it is still at work on another. */
final class OneAtATime implements OrderHandler {

    private static final Duration AT_WORK = Duration.ofMillis(100);

    private final OrderHandler handler;
    private final AtomicInteger atWork = new AtomicInteger();
    private final Set<Integer> partitions = ConcurrentHashMap.newKeySet();
    private final CountDownLatch overlap = new CountDownLatch(1);

    OneAtATime(OrderHandler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(ConsumerRecord<String, String> order) {
        if (atWork.incrementAndGet() > 1) {
            overlap.countDown();
        }
        try {
            if (partitions.add(order.partition())) {
                // Work on each partition's first order takes a while, unless somebody brings another one meanwhile.
                overlap.await(AT_WORK.toMillis(), TimeUnit.MILLISECONDS);
            }
            handler.handle(order);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            atWork.decrementAndGet();
        }
    }

    void failIfNot() {
        if (overlap.getCount() == 0) {
            throw new AssertionError(
                    "The handler is to be given one order at a time, but it was given an order while it"
                            + " was still at work on another one");
        }
    }
}
