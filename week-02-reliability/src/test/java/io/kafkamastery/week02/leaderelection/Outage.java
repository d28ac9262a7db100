package io.kafkamastery.week02.leaderelection;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The fault of the drill: shuts down the replica that is next in the list, and then kills the leader. */
final class Outage implements Runnable {

    private static final Duration SETTLED = Duration.ofSeconds(20);

    private final KafkaCluster kafka;
    private final TopicPartition partition;
    private volatile int runs;
    private volatile long begunAt;
    private volatile long overAt;

    Outage(KafkaCluster kafka, TopicPartition partition) {
        this.kafka = kafka;
        this.partition = partition;
    }

    /** So the successor is the last of the three: who is next in the list of replicas need not be in sync. */
    @Override
    public void run() {
        runs++;
        if (runs > 1) {
            return;
        }
        Broker leader = kafka.brokers().get(0);
        Broker next = kafka.brokers().get(1);
        Broker last = kafka.brokers().get(2);
        next.stop();
        ReplicaProbe.of(kafka, partition).awaitInSync(Set.of(leader.id(), last.id()), SETTLED);
        begunAt = System.nanoTime();
        leader.kill();
        overAt = System.nanoTime();
    }

    /** How often the code under test has run it. */
    int runs() {
        return runs;
    }

    boolean isOver() {
        return overAt != 0;
    }

    Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begunAt);
    }

    Duration sinceEnd() {
        return Duration.ofNanos(System.nanoTime() - overAt);
    }
}
