package io.kafkamastery.week02.delivery;

import static java.time.Duration.ofSeconds;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Position;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Freezes the cluster with the first order in hand, so that no commit arrives any more. What takes effect from then on must
 * have been covered by a commit before: nobody can have been told of another one. How fast the processor is, or sends
 * something, does not matter then.
 */
final class Silence implements Fate, AutoCloseable {

    /** A processor that has done nothing for so long waits for an answer, as it should. */
    private static final Duration STILLNESS = ofSeconds(1);

    private final KafkaCluster kafka;
    private final KitchenOffsets group;
    private final Function<String, Position> places;

    private Map<TopicPartition, Long> covered;
    private long lastEffectNanos;
    private boolean over;
    private String finding;

    /** @param places where an order stands, by its id */
    Silence(KafkaCluster kafka, KitchenOffsets group, Function<String, Position> places) {
        this.kafka = kafka;
        this.group = group;
        this.places = places;
    }

    @Override
    public synchronized void before(String orderId) {
        if (covered == null) {
            covered = group.committed();
            check(orderId, "it was about to take effect");
            covered = group.committedOrUnderWay();
            kafka.brokers().forEach(Broker::pause);
        } else if (!over) {
            check(orderId, "it was about to take effect, although the broker was frozen and could not take any commit");
        }
        lastEffectNanos = System.nanoTime();
    }

    private void check(String orderId, String when) {
        Position place = places.apply(orderId);
        if (finding == null && !KitchenOffsets.cover(covered, place)) {
            finding = orderId + " stands at offset " + place.offset() + ", and the group had committed "
                    + covered.get(place.partition()) + " when " + when
                    + ". Had the processor been killed then, the next one would have been handed it again. Let an order take"
                    + " effect only when the broker has answered that it is committed";
        }
    }

    /** Whether an order has been in hand, and the cluster frozen. */
    synchronized boolean hasFallen() {
        return covered != null;
    }

    /** Whether there is nothing more to be seen. */
    synchronized boolean isOver() {
        return finding != null || covered != null && System.nanoTime() - lastEffectNanos > STILLNESS.toNanos();
    }

    /** What took effect without being covered. */
    synchronized Optional<String> finding() {
        return Optional.ofNullable(finding);
    }

    /** Lets the cluster go on. */
    @Override
    public synchronized void close() {
        over = true;
        kafka.brokers().forEach(Broker::resume);
    }
}
