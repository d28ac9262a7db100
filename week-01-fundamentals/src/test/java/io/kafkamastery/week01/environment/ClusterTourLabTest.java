package io.kafkamastery.week01.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.CannotCheckHere;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

@Lab(id = "1.1", title = "Environment verification")
class ClusterTourLabTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    /** A container on a machine under load has been seen to open two partitions a second, of the hundred before this one. */
    private static final Duration WHILE_BUSY = Duration.ofSeconds(45);

    private static final Duration GIVEN_TIME = Duration.ofMillis(700);
    /** Creating so many partitions keeps a broker busy for some hundred milliseconds. */
    private static final int PARTITIONS_TO_KEEP_A_BROKER_BUSY = 100;

    @Criterion(id = "a", value = "Reports the cluster's id, its controller and where each broker is reached")
    void reportsTheCluster(ClusterTour lab, KafkaCluster kafka) throws Exception {
        ClusterReport report =
                answer("describe should report the cluster", () -> lab.describe(kafka.bootstrapServers(), TIMEOUT));

        assertThat(report.clusterId())
                .as("the cluster's id")
                .isEqualTo(kafka.admin().describeCluster().clusterId().get());
        Map<Integer, String> brokers = kafka.admin().describeCluster().nodes().get().stream()
                .collect(Collectors.toMap(Node::id, node -> node.host() + ":" + node.port()));
        assertThat(report.brokers())
                .as("the brokers, by node id; the bootstrap servers are only where a client asks first")
                .isEqualTo(brokers);
        int controller =
                kafka.admin().describeMetadataQuorum().quorumInfo().get().leaderId();
        assertThat(report.controllerId())
                .as("the controller, which is the node that leads the metadata quorum")
                .isEqualTo(controller);
    }

    @Criterion(
            id = "b",
            value = "Creates a topic with the asked partitions and returns only when every partition has a leader")
    void createsUsableTopic(ClusterTour lab, KafkaCluster kafka, FreshNames names) throws Exception {
        if (kafka.brokers().size() > 1) {
            throw new CannotCheckHere(
                    "With several brokers, each learns of a new topic at a moment of its own: the one that"
                            + " is asked here need not be the one that your tour asked. Use a cluster of one broker.");
        }
        String orders = names.topic("orders");
        keepBrokerBusy(kafka, names);

        TopicOutcome outcome = ensureTopic(lab, kafka, orders, 6);

        List<TopicPartitionInfo> partitions = describe(kafka, orders);
        assertThat(partitions.size())
                .as("partitions of %s, looked up as soon as ensureTopic had returned", orders)
                .isEqualTo(6);
        assertThat(partitions)
                .as("every partition of %s has a leader as soon as ensureTopic has returned", orders)
                .allMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
        assertThat(outcome)
                .as("what ensureTopic says about a topic that it created")
                .isEqualTo(TopicOutcome.CREATED);
    }

    /**
     * A broker that has many partitions to open learns of the next topic late. It shows what is true on any day: that the
     * controller has noted a topic does not mean that the brokers know it.
     */
    private static void keepBrokerBusy(KafkaCluster kafka, FreshNames names) throws Exception {
        NewTopic large = new NewTopic(names.topic("large"), PARTITIONS_TO_KEEP_A_BROKER_BUSY, (short) 1);
        kafka.admin().createTopics(List.of(large)).all().get();
    }

    private static TopicOutcome ensureTopic(ClusterTour lab, KafkaCluster kafka, String topic, int partitions) {
        return answer(
                "ensureTopic should make sure of the topic " + topic + " with " + partitions
                        + " partitions (a broker may"
                        + " not know a new topic for a moment after the controller has created it: ask again then)",
                () -> lab.ensureTopic(kafka.bootstrapServers(), topic, partitions, WHILE_BUSY));
    }

    /** What the lab answers; that it throws instead, or has no answer, is said in the criterion's words. */
    private static <T> T answer(String sentence, Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (RuntimeException e) {
            return fail(sentence + ", but threw " + e, e);
        }
        assertThat(answer).as("%s; what it returns", sentence).isNotNull();
        return answer;
    }

    private static List<TopicPartitionInfo> describe(KafkaCluster kafka, String topic) throws Exception {
        try {
            return kafka.admin()
                    .describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .partitions();
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return fail("ensureTopic has returned, but the broker does not know the topic " + topic
                        + " yet: whoever uses it now fails. Look at the topic, until every partition has a leader,"
                        + " before you return.");
            }
            throw e;
        }
    }

    @Criterion(
            id = "c",
            value = "Takes a topic that is already there for no error, but reports a different partition count as a"
                    + " conflict")
    void reportsConflicts(
            ClusterTour lab, KafkaCluster kafka, @TopicConfig(partitions = 3) Topic orders, FreshNames names)
            throws Exception {
        assertThat(ensureTopic(lab, kafka, orders.name(), 3))
                .as("what ensureTopic says about a topic that has just as many partitions already")
                .isEqualTo(TopicOutcome.ALREADY_THERE);

        assertThat(conflict(lab, kafka, orders, 5).existingPartitions())
                .as("the partitions that the conflict says there are")
                .isEqualTo(3);
        assertThat(describe(kafka, orders.name()).size())
                .as("partitions of %s after the conflict: nothing is to be changed", orders)
                .isEqualTo(3);

        Throwable refusal =
                catchThrowable(() -> lab.ensureTopic(kafka.bootstrapServers(), names.topic("not a name!"), 1, TIMEOUT));
        assertThat(refusal)
                .as("what is thrown for the topic name 'not a name!', which Kafka refuses")
                .isNotNull();
        assertThat(causes(refusal))
                .as("what is thrown for a topic name that Kafka refuses, and its causes")
                .hasAtLeastOneElementOfType(InvalidTopicException.class)
                .as("what is thrown for a topic name that Kafka refuses: a cluster that answers can be reached")
                .noneMatch(ClusterUnreachableException.class::isInstance);
    }

    private static TopicConflictException conflict(ClusterTour lab, KafkaCluster kafka, Topic topic, int partitions) {
        try {
            TopicOutcome outcome = lab.ensureTopic(kafka.bootstrapServers(), topic.name(), partitions, TIMEOUT);
            return fail(
                    "Asking for %d partitions of %s, which has %d, should be reported with a TopicConflictException,"
                                    .formatted(partitions, topic, topic.partitions())
                            + " but ensureTopic returned " + outcome + " as if all were well");
        } catch (TopicConflictException expected) {
            return expected;
        } catch (RuntimeException e) {
            return fail(
                    "Asking for %d partitions of %s, which has %d, should be reported with a TopicConflictException,"
                                    .formatted(partitions, topic, topic.partitions())
                            + " but ensureTopic threw " + e,
                    e);
        }
    }

    @Criterion(id = "d", value = "Lists the topics that users made, and not Kafka's internal ones")
    void listsUserTopics(ClusterTour lab, KafkaCluster kafka, Topic orders, FreshNames names) throws Exception {
        Set<String> underscored = Set.of("_" + names.topic("drafts"), "__" + names.topic("drafts"));
        kafka.admin()
                .createTopics(underscored.stream()
                        .map(name -> new NewTopic(name, 1, (short) 1))
                        .toList())
                .all()
                .get();
        makeSureOfInternalTopics(kafka, orders, names);
        awaitListed(kafka, underscored);
        try {
            Set<String> listed = answer(
                    "userTopics should list the topics", () -> lab.userTopics(kafka.bootstrapServers(), TIMEOUT));

            assertThat(listed)
                    .as("internal topics in the list: in __consumer_offsets Kafka keeps the offsets of groups, and in"
                            + " __transaction_state what it has to know of transactions")
                    .filteredOn(Set.of("__consumer_offsets", "__transaction_state")::contains)
                    .isEmpty();
            Set<String> missing = new TreeSet<>(underscored);
            missing.add(orders.name());
            missing.removeAll(listed);
            assertThat(missing)
                    .as("topics that a user made and that are not listed (whatever their names begin with)")
                    .isEmpty();
        } finally {
            kafka.admin().deleteTopics(underscored).all().get();
        }
    }

    /** That a topic was created does not mean that a broker knows it. */
    private static void awaitListed(KafkaCluster kafka, Set<String> topics) {
        Await.within(TIMEOUT)
                .until(
                        "the topics " + topics + " to be known to the brokers",
                        () -> kafka.admin().listTopics().names().get().containsAll(topics));
    }

    /** Kafka makes them when the first group commits an offset, and when the first transactional producer is heard of. */
    private static void makeSureOfInternalTopics(KafkaCluster kafka, Topic topic, FreshNames names) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> start = Map.of(topic.partition(0), new OffsetAndMetadata(0));
        kafka.admin()
                .alterConsumerGroupOffsets(names.group("first"), start)
                .all()
                .get();
        kafka.admin().fenceProducers(List.of(names.group("first"))).all().get();
    }

    @Criterion(
            id = "e",
            value = "Reports a cluster that cannot be reached as a clear error within the given time, and never hangs")
    void reportsUnreachableCluster(Supplier<ClusterTour> lab) throws IOException {
        String nobody = "127.0.0.1:" + unusedPort();
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String silence = "127.0.0.1:" + silent.getLocalPort();
            List<Attempt> attempts = List.of(
                    new Attempt("describe", nobody, () -> lab.get().describe(nobody, GIVEN_TIME)),
                    new Attempt("describe", silence, () -> lab.get().describe(silence, GIVEN_TIME)),
                    new Attempt("ensureTopic", nobody, () -> lab.get().ensureTopic(nobody, "orders", 1, GIVEN_TIME)),
                    new Attempt("userTopics", nobody, () -> lab.get().userTopics(nobody, GIVEN_TIME)));
            try {
                attempts.forEach(Attempt::assertGivesUp);
            } finally {
                attempts.forEach(Attempt::close);
            }
        }
    }

    /** A call to an address where nothing listens, or where something accepts connections and never answers. */
    private static final class Attempt implements AutoCloseable {

        private final String call;
        private final String address;
        private final Background waiting;

        Attempt(String method, String address, Background.Task task) {
            this.call = method + " of " + address + ", where no broker answers,";
            this.address = address;
            this.waiting = Background.start(method, task);
        }

        /** The contract says "not much longer than the timeout"; a busy machine gets four seconds more. */
        void assertGivesUp() {
            waiting.awaitEnd(
                    GIVEN_TIME.plusSeconds(4),
                    call + " should end soon after its timeout of " + GIVEN_TIME.toMillis() + " ms");
            Throwable failure = waiting.failure().orElse(null);
            assertThat(failure).as("what %s ends with", call).isInstanceOf(ClusterUnreachableException.class);
            assertThat(failure.getMessage())
                    .as("the message of that error, which names the address that was tried")
                    .contains(address);
        }

        @Override
        public void close() {
            waiting.close();
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
    }
}
