package io.kafkamastery.week02.leaderelection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.QuorumInfo.ReplicaState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Compares a description of the metadata quorum with what the kit sees before and after. */
final class QuorumCheck {

    private static final int PARTITIONS_TO_GROW_THE_METADATA_LOG = 20;

    private final KafkaCluster kafka;

    QuorumCheck(KafkaCluster kafka) {
        this.kafka = kafka;
    }

    /** Lets the metadata log grow while this node, which is down, does not read it. */
    void letLag(int node, String newTopic) {
        NewTopic topic = new NewTopic(newTopic, PARTITIONS_TO_GROW_THE_METADATA_LOG, (short) 1);
        answer(kafka.admin().createTopics(List.of(topic)).all(), "create " + newTopic);
        Await.within(Duration.ofSeconds(10)).until("node " + node + " to lag behind the metadata log", () -> {
            QuorumInfo now = look();
            return end(now) - ends(now.observers()).getOrDefault(node, end(now)) > PARTITIONS_TO_GROW_THE_METADATA_LOG;
        });
    }

    void failUnlessDescribed(Supplier<Quorum> describe) {
        QuorumInfo before = look();
        Quorum quorum = FailoverObserverLabTest.calling("quorum()", describe);
        QuorumInfo after = look();

        assertThat(quorum).as("what quorum() returned").isNotNull();
        assertThat(quorum.leader())
                .as("the leader of the metadata quorum, which is the active controller")
                .isEqualTo(after.leaderId());
        failUnlessLag("voters: the controllers", quorum.voterLag(), before, before.voters(), after);
        failUnlessLag(
                "observers: nodes that read along without a vote",
                quorum.observerLag(),
                before,
                before.observers(),
                after);
    }

    /** A log only grows, so a lag was at most what the leader has afterwards, less what the node had before. */
    private void failUnlessLag(
            String who, Map<Integer, Long> lags, QuorumInfo before, List<ReplicaState> nodesBefore, QuorumInfo after) {
        assertThat(lags).as("the lag of the %s", who).isNotNull();
        Map<Integer, Long> endsBefore = ends(nodesBefore);
        Map<Integer, Long> endsAfter = new HashMap<>(ends(after.voters()));
        endsAfter.putAll(ends(after.observers()));
        assertThat(new HashSet<>(lags.keySet())).as("the %s", who).isEqualTo(endsBefore.keySet());
        lags.forEach((node, lag) -> {
            long atLeast = Math.max(0, end(before) - endsAfter.getOrDefault(node, end(before)));
            long atMost = end(after) - endsBefore.get(node);
            if (lag == null || lag < atLeast || lag > atMost) {
                throw new AssertionError("quorum() says that node " + node + " lags by " + lag
                        + ", but the metadata log has " + between(atLeast, atMost) + " records that it has not read");
            }
        });
    }

    private static String between(long low, long high) {
        return low == high ? String.valueOf(low) : low + " to " + high;
    }

    private static long end(QuorumInfo quorum) {
        return ends(quorum.voters()).get(quorum.leaderId());
    }

    private static Map<Integer, Long> ends(List<ReplicaState> nodes) {
        return nodes.stream().collect(Collectors.toMap(ReplicaState::replicaId, ReplicaState::logEndOffset));
    }

    private QuorumInfo look() {
        return answer(kafka.admin().describeMetadataQuorum().quorumInfo(), "describe its metadata quorum");
    }

    private static <T> T answer(KafkaFuture<T> future, String request) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("The cluster did not " + request + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
