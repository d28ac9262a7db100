package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Creates topics that can be used at once. */
final class TestTopics {

    private static final int LEADERS_WITHIN_SECONDS = 20;

    private TestTopics() {}

    /** @param replication how many replicas; -1 leaves it to the broker's default */
    static Topic create(
            KafkaCluster kafka, String name, int partitions, short replication, Map<String, String> settings) {
        return create(kafka, List.of(newTopic(name, partitions, replication, settings)))
                .get(0);
    }

    static NewTopic newTopic(String name, int partitions, short replication, Map<String, String> settings) {
        Optional<Short> replicas = replication < 0 ? Optional.empty() : Optional.of(replication);
        return new NewTopic(name, Optional.of(partitions), replicas).configs(settings);
    }

    /**
     * Creates a topic that all brokers that hold it know, so that each of them can be asked about it.
     *
     * @param placement the ids of the brokers that hold each partition, the preferred leader first
     */
    static Topic create(
            KafkaCluster kafka, String name, Map<Integer, List<Integer>> placement, Map<String, String> settings) {
        Topic created = create(kafka, List.of(new NewTopic(name, placement).configs(settings)))
                .get(0);
        try {
            Awaitility.await()
                    .pollDelay(java.time.Duration.ZERO)
                    .pollInterval(java.time.Duration.ofMillis(10))
                    .atMost(LEADERS_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .until(() -> isHeldAsPlaced(kafka, name, placement));
        } catch (ConditionTimeoutException e) {
            throw new ClusterException(
                    "Topic " + name + " was created, but after " + LEADERS_WITHIN_SECONDS
                            + " s not all brokers hold what was placed there: " + placement,
                    e);
        }
        return created;
    }

    /** Any broker may answer a question about a topic, and only what a broker has on disk is asked of that very broker. */
    private static boolean isHeldAsPlaced(KafkaCluster kafka, String topic, Map<Integer, List<Integer>> placement)
            throws InterruptedException {
        Set<Integer> brokers = placement.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        try {
            Map<Integer, Set<TopicPartition>> held = new HashMap<>();
            kafka.admin()
                    .describeLogDirs(brokers)
                    .allDescriptions()
                    .get()
                    .forEach((broker, folders) -> held.put(
                            broker,
                            folders.values().stream()
                                    .flatMap(folder -> folder.replicaInfos().keySet().stream())
                                    .collect(Collectors.toSet())));
            return placement.entrySet().stream()
                    .allMatch(placed -> placed.getValue().stream()
                            .allMatch(broker -> held.get(broker).contains(new TopicPartition(topic, placed.getKey()))));
        } catch (ExecutionException notYetReady) {
            return false;
        }
    }

    /** Creates topics in one request: several take hardly longer than one. */
    static List<Topic> create(KafkaCluster kafka, List<NewTopic> topics) {
        String names = topics.stream().map(NewTopic::name).collect(Collectors.joining(", "));
        asking(
                "create topic " + names,
                () -> kafka.admin().createTopics(topics).all().get());
        List<Topic> created = topics.stream().map(TestTopics::asked).toList();
        try {
            Awaitility.await()
                    .pollDelay(java.time.Duration.ZERO)
                    .pollInterval(java.time.Duration.ofMillis(10))
                    .atMost(java.time.Duration.ofSeconds(LEADERS_WITHIN_SECONDS))
                    .until(() -> haveLeaders(kafka, created) && leadersAnswer(kafka, created));
        } catch (ConditionTimeoutException e) {
            throw new ClusterException(
                    "Topic " + names + " was created, but after " + LEADERS_WITHIN_SECONDS
                            + " s not all partitions have a leader that answers.",
                    e);
        }
        return created;
    }

    private static Topic asked(NewTopic topic) {
        Map<Integer, List<Integer>> placement = topic.replicasAssignments();
        return new Topic(topic.name(), placement == null ? topic.numPartitions() : placement.size());
    }

    private static boolean haveLeaders(KafkaCluster kafka, List<Topic> topics) throws InterruptedException {
        try {
            Map<String, TopicDescription> descriptions = kafka.admin()
                    .describeTopics(topics.stream().map(Topic::name).toList())
                    .allTopicNames()
                    .get();
            return topics.stream().allMatch(topic -> hasLeaders(topic, descriptions.get(topic.name())));
        } catch (ExecutionException notYetKnownToThatBroker) {
            return false;
        }
    }

    private static boolean hasLeaders(Topic topic, TopicDescription description) {
        return description.partitions().size() == topic.partitions()
                && description.partitions().stream()
                        .allMatch(partition -> partition.leader() != null
                                && !partition.leader().isEmpty());
    }

    /**
     * A broker announces that it leads a partition a moment before it does. A producer that is quick enough has its first
     * batch refused and its second taken; the first is then retried in vain until it times out (KAFKA-15591).
     */
    private static boolean leadersAnswer(KafkaCluster kafka, List<Topic> topics) throws InterruptedException {
        try {
            kafka.admin()
                    .listOffsets(topics.stream()
                            .flatMap(topic -> topic.allPartitions().stream())
                            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException notYetKnownToThatBroker) {
            return false;
        }
    }

    private static void asking(String what, Callable<?> request) {
        try {
            request.call();
        } catch (ExecutionException e) {
            throw new ClusterException("Could not " + what + ": " + e.getCause().getMessage(), e.getCause());
        } catch (Exception e) {
            throw new ClusterException("Could not " + what + ": " + e.getMessage(), e);
        }
    }
}
