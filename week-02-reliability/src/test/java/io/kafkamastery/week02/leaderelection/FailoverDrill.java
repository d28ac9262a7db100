package io.kafkamastery.week02.leaderelection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;

/** One failover, seen by the code under test and by the kit at the same time. */
final class FailoverDrill {

    private static final Duration FAULT_BEGUN = Duration.ofSeconds(15);
    /** What may lie between the moments at which two onlookers hear of the same election. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final TopicPartition partition;
    private final Outage outage;
    private final AtomicReference<Failover> reported = new AtomicReference<>();
    private int former;
    private int successor;
    private Duration successorSeenAfter;
    private Duration atMost;

    private FailoverDrill(TopicPartition partition, Outage outage) {
        this.partition = partition;
        this.outage = outage;
    }

    /** Has the code under test play a failover of this partition, and looks on. */
    static FailoverDrill play(FailoverObserver lab, KafkaCluster kafka, TopicPartition partition, Duration limit) {
        FailoverDrill drill = new FailoverDrill(partition, new Outage(kafka, partition));
        drill.play(lab, kafka, limit);
        return drill;
    }

    private void play(FailoverObserver lab, KafkaCluster kafka, Duration limit) {
        ReplicaProbe probe = ReplicaProbe.of(kafka, partition);
        former = probe.leader();
        try (Background drill = Background.start(
                "drill()", () -> reported.set(lab.drill(kafka.bootstrapServers(), partition, outage, limit)))) {
            Await.within(FAULT_BEGUN)
                    .until("drill() to run the fault", () -> outage.isOver() || !drill.isRunning(), drill);
            if (!outage.isOver()) {
                throw new AssertionError("drill() has returned " + reported + ", but never ran the fault");
            }
            successor =
                    probe.awaitLeaderOtherThan(former, limit, drill).leader().orElseThrow();
            successorSeenAfter = outage.sinceEnd();
            drill.awaitNormalEnd(
                    Duration.ofSeconds(3),
                    "Broker " + successor + " leads " + partition + ", as every live broker tells who is asked now, and"
                            + " drill() should have returned within 3 s");
            atMost = outage.sinceBegin();
        }
    }

    void failUnlessReported() {
        Failover failover = reported.get();
        assertThat(failover).as("what drill() returned").isNotNull();
        assertThat(outage.runs()).as("how often drill() ran the fault").isEqualTo(1);
        assertThat(failover.from())
                .as("the broker that led %s before, in %s", partition, failover)
                .isEqualTo(former);
        assertThat(failover.to())
                .as("the broker that leads %s now, in %s", partition, failover)
                .isEqualTo(successor);
        Duration atLeast = successorSeenAfter.minus(TOLERANCE);
        assertThat(failover.took()).as("how long it took, in %s", failover).isNotNull();
        if (failover.took().compareTo(atLeast) < 0 || failover.took().compareTo(atMost) > 0) {
            throw new AssertionError("After the fault the brokers went on naming " + former + " as the leader of "
                    + partition + " and named " + successor + " after " + seconds(successorSeenAfter)
                    + ". But drill() says that it took " + seconds(failover.took()) + ".");
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1_000.0);
    }
}
