package io.kafkamastery.week02.scaling;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Hearsay;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.NoReassignmentInProgressException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics on chosen brokers of a shared cluster. Whatever is done to them, no move and no throttle outlives this. */
final class Site implements AutoCloseable {

    private static final Duration METADATA_LIMIT = Duration.ofSeconds(5);

    private final KafkaCluster kafka;
    private final Map<String, List<List<Integer>>> topics = new LinkedHashMap<>();

    Site(KafkaCluster kafka) {
        this.kafka = kafka;
    }

    /** Creates a topic, partition by partition with its replicas, the preferred leader first. */
    Site with(String topic, List<List<Integer>> assignment) throws Exception {
        topics.put(topic, assignment);
        Map<Integer, List<Integer>> byPartition = new TreeMap<>();
        assignment.forEach(replicas -> byPartition.put(byPartition.size(), replicas));
        kafka.admin()
                .createTopics(List.of(new NewTopic(topic, byPartition)))
                .all()
                .get();
        awaitHealthy("the new topic " + topic + " to be ready");
        // A leader that answers takes records too (KAFKA-15591); a broker that has just joined may not know the topic
        // yet.
        Await.within(METADATA_LIMIT)
                .untilAsserted(
                        "every leader of " + topic + " to answer",
                        () -> TopicProbe.of(kafka, topic).endOffsets());
        return this;
    }

    /** Takes in a topic that is there already, with the replicas that it has now. */
    void withExisting(String topic) throws Exception {
        awaitNews();
        topics.put(
                topic,
                describe(Set.of(topic)).values().stream()
                        .map(info -> ids(info.replicas()))
                        .toList());
    }

    Set<String> topics() {
        return Set.copyOf(topics.keySet());
    }

    /** Adds a broker, and waits until clients hear of it whichever broker they ask. */
    Broker addBroker() {
        List<Broker> before = kafka.brokers();
        Broker added = kafka.addBroker();
        for (Broker broker : before) {
            try (var admin = KitAdmin.connect(Map.of("bootstrap.servers", broker.address()))) {
                Await.within(METADATA_LIMIT)
                        .until(
                                "broker " + broker.id() + " to know the new broker " + added.id(),
                                () -> admin.describeCluster().nodes().get().stream()
                                        .anyMatch(node -> node.id() == added.id()));
            }
        }
        return added;
    }

    /** Writes so many kilobytes into each partition, by its number. */
    void fill(String topic, List<Integer> kilobytes) {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, KitAdmin.CLIENT_ID_PREFIX + "-filler");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false); // twice the same would do no harm
        byte[] kilobyte = new byte[1000];
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < kilobytes.size(); partition++) {
                for (int i = 0; i < kilobytes.get(partition); i++) {
                    producer.send(new ProducerRecord<>(topic, partition, null, kilobyte));
                }
            }
        }
    }

    /** Who holds what now. */
    Map<TopicPartition, TopicPartitionInfo> partitions() throws InterruptedException, ExecutionException {
        return describe(topics.keySet());
    }

    /** The same for other topics; those that the asked broker does not know, not yet or not any more, are missing. */
    Map<TopicPartition, TopicPartitionInfo> describe(Collection<String> names)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, TopicPartitionInfo> partitions = new TreeMap<>(Layout.BY_NAME);
        for (KafkaFuture<TopicDescription> topic :
                kafka.admin().describeTopics(names).topicNameValues().values()) {
            try {
                TopicDescription known = topic.get();
                known.partitions()
                        .forEach(info -> partitions.put(new TopicPartition(known.name(), info.partition()), info));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return partitions;
    }

    /** Which partitions of these topics the controller is moving. */
    Set<TopicPartition> moving() throws InterruptedException, ExecutionException {
        return kafka.admin().listPartitionReassignments().reassignments().get().keySet().stream()
                .filter(partition -> topics.containsKey(partition.topic()))
                .collect(Collectors.toSet());
    }

    /** Waits until every broker has heard of all that the controller has decided so far. */
    void awaitNews() {
        Hearsay.awaitAllKnown(kafka);
    }

    /** Brokers hear a moment later of what the controller has decided. */
    void awaitHealthy(String expected) {
        Await.within(METADATA_LIMIT)
                .untilAsserted(expected, () -> Layout.failUnlessHealthy(partitions(), replication()));
    }

    /** How many replicas each partition has had from the start. */
    Map<TopicPartition, Integer> replication() {
        Map<TopicPartition, Integer> replication = new TreeMap<>(Layout.BY_NAME);
        topics.forEach((topic, assignment) -> {
            for (int i = 0; i < assignment.size(); i++) {
                replication.put(new TopicPartition(topic, i), assignment.get(i).size());
            }
        });
        return replication;
    }

    /** The replicas that a partition was created with. */
    Set<Integer> original(TopicPartition partition) {
        return Set.copyOf(topics.get(partition.topic()).get(partition.partition()));
    }

    /** On which brokers partitions have, or are about to get, replicas that they did not have from the start. */
    Map<TopicPartition, Set<Integer>> newReplicas() throws InterruptedException, ExecutionException {
        Map<TopicPartition, Set<Integer>> added = new TreeMap<>(Layout.BY_NAME);
        partitions().forEach((partition, info) -> {
            Set<Integer> others = new HashSet<>(ids(info.replicas()));
            others.removeAll(original(partition));
            added.put(partition, others);
        });
        return added;
    }

    /** For topics that no move is about, after one of others: replicas and their order are those from the start. */
    void failUnlessUntouched(Set<String> given) throws Exception {
        partitions().forEach((partition, info) -> {
            List<Integer> before = topics.get(partition.topic()).get(partition.partition());
            if (!ids(info.replicas()).equals(before)) {
                throw new AssertionError("Only the topics " + given + " were to be spread, and others should stay where"
                        + " they are, but " + partition + ", which was on " + before + ", is now "
                        + Layout.described(info));
            }
        });
    }

    ThrottleSettings throttle() throws Exception {
        awaitNews();
        return ThrottleSettings.of(kafka, topics());
    }

    void failIfThrottled(String when) throws Exception {
        ThrottleSettings left = throttle();
        if (!left.isEmpty()) {
            throw new AssertionError(
                    "When " + when + ", no throttle should be left: it would slow down every replica that"
                            + " ever has to catch up. " + left);
        }
    }

    static List<Integer> ids(Collection<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    @Override
    public void close() throws Exception {
        Set<TopicPartition> moving = new HashSet<>(moving());
        Map<TopicPartition, Optional<NewPartitionReassignment>> cancellations =
                moving.stream().collect(Collectors.toMap(partition -> partition, partition -> Optional.empty()));
        try {
            kafka.admin().alterPartitionReassignments(cancellations).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof NoReassignmentInProgressException)) {
                throw e;
            }
        }
        throttle().remove(kafka);
    }
}
