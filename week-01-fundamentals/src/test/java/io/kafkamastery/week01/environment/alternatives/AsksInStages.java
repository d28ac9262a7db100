package io.kafkamastery.week01.environment.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week01.environment.ClusterReport;
import io.kafkamastery.week01.environment.ClusterTour;
import io.kafkamastery.week01.environment.ClusterUnreachableException;
import io.kafkamastery.week01.environment.TopicConflictException;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.TopicExistsException;

/** Never waits for an answer before the last one: each becomes a stage, and the next question hangs on it. */
@Alternative("Completion stages with one time-out for all of them, and a close that waits no longer than a moment")
final class AsksInStages implements ClusterTour {

    private static final Duration MOMENT = Duration.ofMillis(100);

    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        return answer(bootstrapServers, timeout, admin -> {
            DescribeClusterResult cluster = admin.describeCluster();
            return cluster.clusterId()
                    .toCompletionStage()
                    .thenCombine(
                            cluster.nodes().toCompletionStage(),
                            (id, nodes) -> new ClusterReport(id, -1, addresses(nodes)))
                    .thenCombine(
                            admin.describeMetadataQuorum().quorumInfo().toCompletionStage(),
                            (report, quorum) ->
                                    new ClusterReport(report.clusterId(), quorum.leaderId(), report.brokers()));
        });
    }

    private static Map<Integer, String> addresses(Collection<Node> nodes) {
        return nodes.stream().collect(Collectors.toMap(Node::id, node -> node.host() + ":" + node.port()));
    }

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        NewTopic wanted = new NewTopic(topic, partitions, (short) -1);
        return answer(
                bootstrapServers,
                timeout,
                admin -> admin.createTopics(List.of(wanted))
                        .all()
                        .toCompletionStage()
                        .handle((created, failure) -> outcome(failure))
                        .thenCompose(outcome -> usablePartitions(admin, topic).thenApply(existing -> {
                            if (existing != partitions) {
                                throw new TopicConflictException(topic, existing, partitions);
                            }
                            return outcome;
                        })));
    }

    private static TopicOutcome outcome(Throwable failure) {
        if (failure == null) {
            return TopicOutcome.CREATED;
        }
        if (reason(failure) instanceof TopicExistsException) {
            return TopicOutcome.ALREADY_THERE;
        }
        throw new CompletionException(reason(failure));
    }

    /** How many partitions the topic has, once each of them has a leader; the caller's time-out ends the asking. */
    private static CompletionStage<Integer> usablePartitions(Admin admin, String topic) {
        return admin.describeTopics(Set.of(topic))
                .allTopicNames()
                .toCompletionStage()
                .handle((topics, failure) -> {
                    if (failure == null && isUsable(topics.get(topic))) {
                        return CompletableFuture.completedStage(
                                topics.get(topic).partitions().size());
                    }
                    Executor soon = CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS);
                    return CompletableFuture.runAsync(() -> {}, soon)
                            .thenCompose(now -> usablePartitions(admin, topic));
                })
                .thenCompose(partitions -> partitions);
    }

    private static boolean isUsable(TopicDescription topic) {
        return topic.partitions().stream()
                .noneMatch(partition ->
                        partition.leader() == null || partition.leader().isEmpty());
    }

    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        return answer(
                bootstrapServers,
                timeout,
                admin -> admin.listTopics(new ListTopicsOptions().listInternal(true))
                        .listings()
                        .toCompletionStage()
                        .thenApply(listings -> listings.stream()
                                .filter(listing -> !listing.isInternal())
                                .map(TopicListing::name)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static <T> T answer(
            String bootstrapServers, Duration timeout, Function<Admin, CompletionStage<T>> question) {
        Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        // A future of our own: those that come from Kafka let nobody else complete them, and so know no orTimeout().
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            question.apply(admin).whenComplete((value, failure) -> {
                if (failure == null) {
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(failure);
                }
            });
            return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (reason(e) instanceof java.util.concurrent.TimeoutException) {
                throw new ClusterUnreachableException("Asked " + bootstrapServers + " for " + timeout + " in vain", e);
            }
            throw reason(e) instanceof RuntimeException refusal ? refusal : e;
        } finally {
            admin.close(MOMENT);
        }
    }

    private static Throwable reason(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
