package io.kafkamastery.week02.delivery.starter;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.Ledger;
import io.kafkamastery.week02.delivery.OrderHandler;
import io.kafkamastery.week02.delivery.OrderProcessor;
import io.kafkamastery.week02.delivery.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lab 2.6: yours to write. The contract, {@link OrderProcessor}, says what each method has to do. */
public final class MyOrderProcessor implements OrderProcessor {

    @Override
    public void runAtMostOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        throw new UnsupportedOperationException(
                "TODO 2.6.a: poll, commit and handle, in the sequence in which no order is handled twice");
    }

    @Override
    public void runAtLeastOnce(String bootstrapServers, String groupId, String topic, OrderHandler handler) {
        throw new UnsupportedOperationException(
                "TODO 2.6.b: poll, commit and handle, in the sequence in which no order is lost");
    }

    @Override
    public void runEffectivelyOnce(String bootstrapServers, String groupId, String topic, Ledger ledger) {
        throw new UnsupportedOperationException(
                "TODO 2.6.c: lose no order, and let the ledger tell those that it has charged already");
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException("TODO 2.6.a: let the loop in run… know that it should end");
    }

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        throw new UnsupportedOperationException("TODO 2.6.d: which orders took effect twice, and which never will?");
    }

    /**
     * Plays your at-least-once processor with the topic {@code orders} of a cluster of your own: {@code localhost:9092}, or the
     * address given as argument. A second argument, {@code AT_MOST_ONCE}, chooses the other one. It takes a second for each
     * order, so that you can kill it in the middle of one: its process id is in the first line. Ctrl-C stops it.
     */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        Guarantee guarantee = args.length > 1 ? Guarantee.valueOf(args[1]) : Guarantee.AT_LEAST_ONCE;
        OrderProcessor processor = new MyOrderProcessor();
        System.out.println("Process " + ProcessHandle.current().pid() + " processes orders " + guarantee);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(processor, ended)));
        try {
            if (guarantee == Guarantee.AT_MOST_ONCE) {
                processor.runAtMostOnce(bootstrapServers, "kitchen", "orders", MyOrderProcessor::cook);
            } else {
                processor.runAtLeastOnce(bootstrapServers, "kitchen", "orders", MyOrderProcessor::cook);
            }
        } finally {
            ended.countDown();
        }
    }

    /** The JVM goes as soon as its shutdown hooks are through: this one lets the processor finish first. */
    private static void stopAndWait(OrderProcessor processor, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        processor.stop();
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cook(Order order) {
        System.out.println("begun     " + order.orderId());
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        System.out.println("served    " + order.orderId());
    }
}
