package io.kafkamastery.week02.delivery;

import static java.time.Duration.ofSeconds;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.GroupProbe;
import io.kafkamastery.kit.probe.Position;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** What the processors' group has committed: the place where the next one of them would start. */
final class KitchenOffsets {

    /** Longer than a transaction lives whose producer was killed, with the default {@code transaction.timeout.ms}. */
    private static final Duration PATIENCE = ofSeconds(80);
    /** The contract says five; a busy machine gets a few more. */
    private static final Duration COMMITS_WITHIN = ofSeconds(10);
    /** So many questions later a commit that had been sent before has arrived. */
    private static final int QUESTIONS = 25;

    private final KafkaCluster kafka;
    private final String groupId;
    private final String topic;

    KitchenOffsets(KafkaCluster kafka, String groupId, String topic) {
        this.kafka = kafka;
        this.groupId = groupId;
        this.topic = topic;
    }

    /** By partition, as of now; 0 where nothing is committed. */
    Map<TopicPartition, Long> committed() {
        Set<TopicPartition> partitions = IntStream.range(
                        0, TopicProbe.of(kafka, topic).partitions())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> committed =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> 0L));
        committed.putAll(GroupProbe.of(kafka, groupId).awaitSettledOffsets(partitions, PATIENCE));
        return committed;
    }

    /** As of when every commit that has been sent so far has arrived, although nobody waits for its answer. */
    Map<TopicPartition, Long> committedOrUnderWay() {
        IntStream.range(0, QUESTIONS).forEach(question -> committed());
        return committed();
    }

    /** Whether a processor that starts with these offsets does without the order that stands there. */
    static boolean cover(Map<TopicPartition, Long> offsets, Position place) {
        return offsets.getOrDefault(place.partition(), 0L) > place.offset();
    }

    /** A commit that covers this very order may be under way. */
    void awaitCommitUnderWay(Position place) {
        IntStream.range(0, QUESTIONS).anyMatch(question -> cover(committed(), place));
    }

    /** @param processed places of orders that have taken effect, and nothing crashed meanwhile */
    void awaitCommitOf(Collection<Position> processed, Background run) {
        Await.within(COMMITS_WITHIN)
                .until(
                        "what has been processed to be committed (five seconds are granted, and some for a slow machine)",
                        () -> uncommitted(processed).isEmpty(),
                        () -> "the processor goes on and has not committed " + uncommitted(processed)
                                + ": if it is killed, all of that comes again",
                        run);
    }

    private List<Position> uncommitted(Collection<Position> processed) {
        Map<TopicPartition, Long> committed = committed();
        return processed.stream().filter(place -> !cover(committed, place)).toList();
    }

    /** Lets another group begin with the same committed offsets. */
    void handOverTo(String anotherGroup) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        committed().forEach((partition, offset) -> {
            if (offset > 0) {
                committed.put(partition, new OffsetAndMetadata(offset));
            }
        });
        if (committed.isEmpty()) {
            return;
        }
        try {
            kafka.admin()
                    .alterConsumerGroupOffsets(anotherGroup, committed)
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new ClusterException("The committed offsets could not be handed over: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
