package io.kafkamastery.cli.cluster;

import io.kafkamastery.cli.cluster.ClusterFacts.GroupFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.OffsetFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.PartitionFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.TopicFacts;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.process.StandingCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Asks a cluster for {@link ClusterFacts}, and takes no answer for an answer. */
final class ClusterQuestions {

    private static final int PATIENCE_MILLIS = 4_000;

    private final StandingCluster cluster;
    private final boolean internalToo;

    ClusterQuestions(StandingCluster cluster, boolean internalToo) {
        this.cluster = cluster;
        this.internalToo = internalToo;
    }

    ClusterFacts ask() {
        Duration since = Duration.between(cluster.since(), Instant.now());
        if (!cluster.isUp()) {
            return facts(since, Optional.of("No process of it runs."), List.of(), List.of());
        }
        try (KafkaCluster connected = cluster.connect()) {
            List<TopicFacts> topics = topics(connected.admin());
            return facts(since, Optional.empty(), topics, groups(connected.admin(), topics));
        } catch (ExecutionException e) {
            String reason = e.getCause().getMessage();
            return facts(since, Optional.of("It gives no answer: " + reason), List.of(), List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return facts(since, Optional.of("Interrupted."), List.of(), List.of());
        }
    }

    private ClusterFacts facts(
            Duration since, Optional<String> silence, List<TopicFacts> topics, List<GroupFacts> groups) {
        return new ClusterFacts(
                cluster.kafkaVersion(), cluster.bootstrapServers(), since, cluster.members(), silence, topics, groups);
    }

    private List<TopicFacts> topics(Admin admin) throws ExecutionException, InterruptedException {
        Collection<String> names = admin.listTopics(
                        new ListTopicsOptions().listInternal(internalToo).timeoutMs(PATIENCE_MILLIS))
                .names()
                .get();
        if (names.isEmpty()) {
            return List.of();
        }
        return admin
                .describeTopics(names, new DescribeTopicsOptions().timeoutMs(PATIENCE_MILLIS))
                .allTopicNames()
                .get()
                .values()
                .stream()
                .sorted(Comparator.comparing(TopicDescription::name))
                .map(topic -> new TopicFacts(
                        topic.name(),
                        topic.partitions().stream()
                                .map(ClusterQuestions::partition)
                                .toList()))
                .toList();
    }

    private static PartitionFacts partition(TopicPartitionInfo info) {
        return new PartitionFacts(
                info.partition(),
                Optional.ofNullable(info.leader())
                        .filter(leader -> !leader.isEmpty())
                        .map(Node::id),
                info.replicas().stream().map(Node::id).toList(),
                info.isr().stream().map(Node::id).sorted().toList());
    }

    private static List<GroupFacts> groups(Admin admin, List<TopicFacts> topics)
            throws ExecutionException, InterruptedException {
        List<String> ids = admin.listConsumerGroups().valid().get().stream()
                .map(listing -> listing.groupId())
                .sorted()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ends = ends(admin, topics);
        Map<String, KafkaFuture<ConsumerGroupDescription>> described =
                admin.describeConsumerGroups(ids).describedGroups();
        List<GroupFacts> groups = new ArrayList<>();
        for (String id : ids) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(id)
                    .partitionsToOffsetAndMetadata()
                    .get();
            ConsumerGroupDescription description = described.get(id).get();
            groups.add(new GroupFacts(
                    id,
                    description.groupState().toString().toLowerCase(java.util.Locale.ROOT),
                    description.members().size(),
                    offsets(committed, ends)));
        }
        return groups;
    }

    private static List<OffsetFacts> offsets(
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ends)
            throws InterruptedException {
        List<OffsetFacts> offsets = new ArrayList<>();
        List<TopicPartition> partitions = new ArrayList<>(committed.keySet());
        partitions.sort(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
        for (TopicPartition partition : partitions) {
            if (committed.get(partition) != null) {
                offsets.add(new OffsetFacts(
                        partition.toString(), committed.get(partition).offset(), end(ends.get(partition))));
            }
        }
        return offsets;
    }

    private static Optional<Long> end(KafkaFuture<ListOffsetsResultInfo> answer) throws InterruptedException {
        try {
            return answer == null ? Optional.empty() : Optional.of(answer.get().offset());
        } catch (ExecutionException leaderless) {
            return Optional.empty();
        }
    }

    private static Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ends(Admin admin, List<TopicFacts> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicFacts topic : topics) {
            topic.partitions().stream()
                    .filter(partition -> partition.leader().isPresent())
                    .forEach(partition ->
                            wanted.put(new TopicPartition(topic.name(), partition.number()), OffsetSpec.latest()));
        }
        var result = admin.listOffsets(wanted, new ListOffsetsOptions().timeoutMs(PATIENCE_MILLIS));
        Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ends = new HashMap<>();
        wanted.keySet().forEach(partition -> ends.put(partition, result.partitionResult(partition)));
        return ends;
    }
}
