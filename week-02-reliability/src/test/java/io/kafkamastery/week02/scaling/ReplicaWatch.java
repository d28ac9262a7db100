package io.kafkamastery.week02.scaling;

import io.kafkamastery.kit.probe.Background;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Looks at the partitions again and again while something is done to them, and remembers the first one short of replicas. */
final class ReplicaWatch implements AutoCloseable {

    private final Site site;
    private final Background watch;
    private final AtomicLong looks = new AtomicLong();
    private final AtomicReference<String> firstShortage = new AtomicReference<>();
    private volatile boolean over;

    ReplicaWatch(Site site) {
        this.site = site;
        this.watch = Background.start("replica-watch", this::look);
    }

    private void look() throws InterruptedException, ExecutionException {
        while (!over) {
            shortage().ifPresent(shortage -> firstShortage.compareAndSet(null, shortage));
            looks.incrementAndGet();
        }
    }

    private Optional<String> shortage() throws InterruptedException, ExecutionException {
        Map<TopicPartition, TopicPartitionInfo> partitions = site.partitions();
        return site.replication().entrySet().stream()
                .filter(one -> isShort(partitions.get(one.getKey()), one.getValue()))
                .map(one -> one.getKey() + " was "
                        + Optional.ofNullable(partitions.get(one.getKey()))
                                .map(Layout::described)
                                .orElse("not there"))
                .findFirst();
    }

    private static boolean isShort(TopicPartitionInfo partition, int replicas) {
        return partition == null
                || partition.replicas().size() < replicas
                || partition.isr().size() < replicas;
    }

    /** How often it has looked. */
    long looks() {
        return looks.get();
    }

    void failIfAnythingWasShort() {
        watch.failIfEnded("The watch over the replicas should go on until it is told to stop");
        String shortage = firstShortage.get();
        if (shortage != null) {
            throw new AssertionError("During the move no partition should have fewer replicas, or fewer in sync, than"
                    + " before, but " + shortage);
        }
    }

    @Override
    public void close() {
        over = true;
        watch.awaitEnd(Duration.ofSeconds(10), "The watch over the replicas should end");
    }
}
