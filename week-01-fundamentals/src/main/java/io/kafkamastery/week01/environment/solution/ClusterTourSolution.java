package io.kafkamastery.week01.environment.solution;

import io.kafkamastery.week01.environment.ClusterReport;
import io.kafkamastery.week01.environment.ClusterTour;
import io.kafkamastery.week01.environment.ClusterUnreachableException;
import io.kafkamastery.week01.environment.TopicConflictException;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A tour with one short-lived Admin client per call, whose own time-outs bound every wait. */
public final class ClusterTourSolution implements ClusterTour {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    // region: describe
    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        try (Admin admin = connect(bootstrapServers, timeout)) {
            var cluster = admin.describeCluster();
            String clusterId = answer(cluster.clusterId(), bootstrapServers);
            Map<Integer, String> brokers = answer(cluster.nodes(), bootstrapServers).stream()
                    .collect(Collectors.toMap(Node::id, node -> node.host() + ":" + node.port()));
            // describeCluster().controller() names some broker that can forward requests to the controller.
            int controller = answer(admin.describeMetadataQuorum().quorumInfo(), bootstrapServers)
                    .leaderId();
            return new ClusterReport(clusterId, controller, brokers);
        }
    }
    // endregion

    // region: ensure-topic
    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        try (Admin admin = connect(bootstrapServers, timeout)) {
            // Ask for it and see, instead of looking first: somebody else may create it between the two.
            NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
            TopicOutcome outcome;
            try {
                answer(admin.createTopics(List.of(wanted)).all(), bootstrapServers);
                outcome = TopicOutcome.CREATED;
            } catch (TopicExistsException alreadyThere) {
                outcome = TopicOutcome.ALREADY_THERE;
            }
            int existing = awaitLeaders(admin, topic, bootstrapServers, timeout)
                    .partitions()
                    .size();
            if (existing != partitions) {
                throw new TopicConflictException(topic, existing, partitions);
            }
            return outcome;
        }
    }
    // endregion

    // region: await-leaders
    /** The controller has noted the topic; the broker that we ask learns of it, and of its leaders, a moment later. */
    private static TopicDescription awaitLeaders(Admin admin, String topic, String bootstrapServers, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<TopicDescription> description = describeTopic(admin, topic, bootstrapServers);
            if (description.isPresent() && everyPartitionHasLeader(description.get())) {
                return description.get();
            }
            if (System.nanoTime() > deadline) {
                throw new ClusterUnreachableException(
                        "Topic " + topic + " has no leader for every partition after " + timeout, null);
            }
            pause();
        }
    }
    // endregion

    private static Optional<TopicDescription> describeTopic(Admin admin, String topic, String bootstrapServers) {
        try {
            return Optional.of(answer(
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic), bootstrapServers));
        } catch (UnknownTopicOrPartitionException notYet) {
            return Optional.empty();
        }
    }

    private static boolean everyPartitionHasLeader(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
    }

    // region: user-topics
    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        try (Admin admin = connect(bootstrapServers, timeout)) {
            return answer(
                    admin.listTopics().names(), bootstrapServers); // leaves internal topics out unless told otherwise
        }
    }
    // endregion

    // region: connect
    /** Bounds every request and every close: an Admin client's own default is to try for a minute. */
    private static Admin connect(String bootstrapServers, Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis));
    }
    // endregion

    // region: answer
    /** Waits for an answer and gives failures back as what they are. */
    private static <T> T answer(KafkaFuture<T> future, String bootstrapServers) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new ClusterUnreachableException("No answer from " + bootstrapServers, e.getCause());
            }
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for " + bootstrapServers, e);
        }
    }
    // endregion

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for a topic", e);
        }
    }
}
