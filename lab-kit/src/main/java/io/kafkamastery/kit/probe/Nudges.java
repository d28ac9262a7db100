package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Spares a test the waiting of a consumer that is to end: its {@code poll()} waits until its time is over, and its {@code
 * close()} for the fetch that is under way, which the broker holds back for half a second ({@code fetch.max.wait.ms}); unless
 * something new comes.
 *
 * <pre>{@code
 * lab.stop();
 * try (Nudges nudges = Nudges.to(kafka, orders.allPartitions())) {
 *     reader.awaitNormalEnd(ofSeconds(3), "run() should return within 3 s after stop()");
 * }
 * }</pre>
 *
 * <p>Until this is closed, a marker that ends a transaction is written to each partition again and again. No consumer is
 * handed such a marker, in either isolation level: at most, a {@code poll()} returns earlier, and with nothing. But each
 * marker takes an offset: a group that has committed the offset after its last record has a lag behind them, until it reads
 * a record that was written later.
 *
 * <p>It only saves time. Where the cluster refuses the markers, everything takes as long as it would have without them.
 */
public final class Nudges implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final Duration NUDGE_EVERY = Duration.ofMillis(25);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

    /** Brokers give away ids of producers from 0 on, and never get this far. */
    private static final long UNUSED_PRODUCER_IDS = 1L << 62;

    private final KafkaCluster kafka;
    private final BooleanSupplier isTime;
    private final List<TopicPartition> partitions;
    private final long producerId =
            UNUSED_PRODUCER_IDS + ThreadLocalRandom.current().nextLong(UNUSED_PRODUCER_IDS);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lab-kit-nudges");

    private Nudges(KafkaCluster kafka, BooleanSupplier isTime, Collection<TopicPartition> partitions) {
        this.kafka = kafka;
        this.isTime = isTime;
        this.partitions = List.copyOf(partitions);
        thread.setDaemon(true);
    }

    /**
     * Nudges from now on.
     *
     * @param partitions what those who are to end read
     */
    public static Nudges to(KafkaCluster kafka, Collection<TopicPartition> partitions) {
        return begin(new Nudges(kafka, () -> true, partitions));
    }

    /**
     * Nudges once the group has no member any more, which is before a consumer that closes waits for its fetch; until then it
     * only looks. For those whose {@code poll()} is to take as long as it does.
     *
     * @param partitions what the group's last member reads
     */
    public static Nudges onceLeft(KafkaCluster kafka, String groupId, Collection<TopicPartition> partitions) {
        GroupProbe group = GroupProbe.of(kafka, groupId);
        return begin(new Nudges(kafka, () -> group.members().isEmpty(), partitions));
    }

    private static Nudges begin(Nudges nudges) {
        nudges.thread.start();
        return nudges;
    }

    private void run() {
        try {
            while (!isTime.getAsBoolean()) {
                if (isClosedWithin(LOOK_EVERY)) {
                    return;
                }
            }
            short epoch = 0; // a marker with one that was seen before would be refused
            while (!isClosedWithin(Duration.ZERO)) {
                mark(epoch++);
                if (isClosedWithin(NUDGE_EVERY)) {
                    return;
                }
            }
        } catch (AssertionError | RuntimeException | ExecutionException | TimeoutException refused) {
            // Then the consumer waits.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosedWithin(Duration time) throws InterruptedException {
        return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void mark(short epoch) throws ExecutionException, TimeoutException, InterruptedException {
        KafkaFuture<?>[] markers = partitions.stream()
                .map(partition -> new AbortTransactionSpec(partition, producerId, epoch, 0))
                .map(marker -> kafka.admin().abortTransaction(marker).all())
                .toArray(KafkaFuture[]::new);
        KafkaFuture.allOf(markers).get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns when the last marker stands in the log. */
    @Override
    public void close() {
        closed.countDown();
        Uninterrupted.run(() -> {
            try {
                thread.join(ANSWERED_WITHIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
