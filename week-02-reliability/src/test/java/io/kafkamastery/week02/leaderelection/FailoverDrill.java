package io.kafkamastery.week02.leaderelection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** One failover, seen by the code under test and by the kit at the same time. */
final class FailoverDrill {

    private static final Duration FAULT_OVER = Duration.ofSeconds(40);
    /** What may lie between the moments at which two onlookers hear of the same election. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration GIVEN_UP = Duration.ofSeconds(5);

    private final TopicPartition partition;
    private final Outage outage;
    private final AtomicReference<Failover> reported = new AtomicReference<>();
    private final int former;
    private int successor;
    private Duration successorSeenAfter;
    private Duration formerSeenAfter = Duration.ZERO;
    private Duration atMost;

    private FailoverDrill(KafkaCluster kafka, TopicPartition partition, Runnable first, Consumer<Broker> deed) {
        this.partition = partition;
        former = ReplicaProbe.of(kafka, partition).leader();
        outage = new Outage(first, () -> deed.accept(kafka.broker(former)));
    }

    /**
     * Has the code under test play a failover of this partition, and looks on.
     *
     * @param first what happens in the course of the fault, before the leader is killed
     */
    static FailoverDrill play(
            FailoverObserver lab, KafkaCluster kafka, TopicPartition partition, Runnable first, Duration limit) {
        FailoverDrill drill = new FailoverDrill(kafka, partition, first, Broker::kill);
        drill.play(lab, kafka, limit);
        return drill;
    }

    private void play(FailoverObserver lab, KafkaCluster kafka, Duration limit) {
        try (Background drill = start(lab, kafka, limit)) {
            awaitFault(drill);
            drill.failIfFailed("drill() should wait for another leader");
            awaitSuccessor(kafka, limit, drill);
            drill.awaitNormalEnd(
                    Duration.ofSeconds(3),
                    "Broker " + successor + " leads " + partition + ", as every live broker tells who is asked now, and"
                            + " drill() should have returned within 3 s");
            atMost = outage.sinceBegin();
        }
    }

    private Background start(FailoverObserver lab, KafkaCluster kafka, Duration limit) {
        return Background.start(
                "drill()", () -> reported.set(lab.drill(kafka.bootstrapServers(), partition, outage, limit)));
    }

    private void awaitFault(Background drill) {
        Await.within(FAULT_OVER).until("drill() to run the fault", () -> outage.isOver() || !drill.isRunning());
        if (!outage.isOver()) {
            drill.failIfFailed("drill() should run the fault");
            throw new AssertionError("drill() has returned " + reported + ", but never ran the fault");
        }
    }

    /** Also notes when the brokers were last asked and still named no other leader. */
    private void awaitSuccessor(KafkaCluster kafka, Duration limit, Background drill) {
        AtomicReference<Duration> asked = new AtomicReference<>(Duration.ZERO);
        successor = ReplicaProbe.of(kafka, partition)
                .await(
                        "another broker than " + former + " to lead " + partition,
                        now -> {
                            boolean another = now.leader().orElse(former) != former;
                            if (!another) {
                                formerSeenAfter = asked.getAndSet(outage.sinceEnd());
                            }
                            return another;
                        },
                        limit,
                        drill)
                .leader()
                .orElseThrow();
        successorSeenAfter = outage.sinceEnd();
    }

    /** Has it play one in which nobody can take over: the only broker that holds the partition is shut down. */
    static void failUnlessGivenUp(FailoverObserver lab, KafkaCluster kafka, TopicPartition partition) {
        FailoverDrill drill = new FailoverDrill(kafka, partition, () -> {}, Broker::stop);
        String sentence = "Broker " + drill.former + ", which was shut down, is the only one that holds " + partition
                + ". When the limit of " + SHORT.toMillis()
                + " ms is over, drill() should throw an IllegalStateException";
        try (Background running = drill.start(lab, kafka, SHORT)) {
            drill.awaitFault(running);
            running.awaitEnd(GIVEN_UP, sentence);
            Throwable failure = running.failure()
                    .orElseThrow(() -> new AssertionError(sentence + ", but it has returned " + drill.reported));
            if (!(failure instanceof IllegalStateException)) {
                throw new AssertionError(sentence + ", but it threw " + failure, failure);
            }
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
        Duration atLeast = formerSeenAfter.minus(TOLERANCE);
        assertThat(failover.took()).as("how long it took, in %s", failover).isNotNull();
        if (failover.took().compareTo(atLeast) < 0 || failover.took().compareTo(atMost) > 0) {
            throw new AssertionError("After the fault the brokers went on naming " + former + " as the leader of "
                    + partition + ", and named " + successor + " after " + seconds(successorSeenAfter)
                    + ". But drill() says that it took " + seconds(failover.took()) + ".");
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1_000.0);
    }
}
