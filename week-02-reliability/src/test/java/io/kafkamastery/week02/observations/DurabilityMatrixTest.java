package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.ReplicaProbe;
import io.kafkamastery.kit.probe.TopicProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.junit.jupiter.api.Test;

/** What acks and min.insync.replicas come to together on three replicas, with none, one and two of them down. */
@UsesKafka
@Brokers(3)
@Requires(Capability.KILL)
class DurabilityMatrixTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void theMinimumDecidesWhatIsTakenAndWhatIsShown(KafkaCluster kafka, FreshNames names) throws Exception {
        Topic one = ledByFirst(kafka, names, 1);
        Topic two = ledByFirst(kafka, names, 2);
        Topic three = ledByFirst(kafka, names, 3);
        List<Topic> topics = List.of(one, two, three);
        for (Topic topic : topics) {
            taken(kafka, topic);
        }

        kafka.broker(3).kill();
        awaitInSync(kafka, topics, 2);
        taken(kafka, one);
        taken(kafka, two);
        long beyondThree = onlyByLeader(kafka, three);

        kafka.broker(2).kill();
        awaitInSync(kafka, topics, 1);
        taken(kafka, one);
        long beyondTwo = onlyByLeader(kafka, two);
        onlyByLeader(kafka, three);
        assertThat(endOffset(kafka, three))
                .as("end of what readers of the third topic are shown, three seconds later")
                .isLessThanOrEqualTo(beyondThree);

        kafka.broker(2).start();
        Await.within(SOON)
                .until("two in sync to be enough for the second topic", () -> endOffset(kafka, two) > beyondTwo);
        assertThat(endOffset(kafka, three))
                .as("end of what readers of the third topic are shown, with two in sync")
                .isLessThanOrEqualTo(beyondThree);
    }

    /**
     * On brokers 1, 2 and 3, and led by 1, which stays alive: a new leader below the minimum may not know how far its
     * predecessor's high watermark was, and tells no end offset until it does (KIP-207).
     */
    private static Topic ledByFirst(KafkaCluster kafka, FreshNames names, int minimum) throws Exception {
        Topic topic = new Topic(names.topic("minimum-" + minimum), 1);
        NewTopic placed = new NewTopic(topic.name(), Map.of(0, List.of(1, 2, 3)))
                .configs(Map.of("min.insync.replicas", String.valueOf(minimum)));
        kafka.admin().createTopics(List.of(placed)).all().get();
        TopicProbe.of(kafka, topic.name()).partitions(); // waits until the topic is known
        ReplicaProbe.of(kafka, topic.partition(0)).awaitAllInSync(SOON);
        return topic;
    }

    /** Both kinds of acknowledgement come, and what they are about can be read. */
    private static void taken(KafkaCluster kafka, Topic topic) throws Exception {
        for (String acks : List.of("1", "all")) {
            long offset = send(kafka, topic, acks);
            Await.within(SOON)
                    .until("readers of " + topic + " to see offset " + offset, () -> endOffset(kafka, topic) > offset);
        }
    }

    /** The leader alone acknowledges, readers do not see it, and acks=all is refused. Returns the record's offset. */
    private static long onlyByLeader(KafkaCluster kafka, Topic topic) throws Exception {
        // A leader tells others who is in sync a moment before it acts upon it.
        Await.within(SOON).until("acks=all to be refused by " + topic, () -> isRefused(kafka, topic));
        long offset = send(kafka, topic, "1");
        assertThat(endOffset(kafka, topic))
                .as("end of what readers of %s are shown, after offset %d was acknowledged", topic, offset)
                .isLessThanOrEqualTo(offset);
        return offset;
    }

    private static boolean isRefused(KafkaCluster kafka, Topic topic) throws InterruptedException {
        try {
            send(kafka, topic, "all");
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof NotEnoughReplicasException;
        }
    }

    private static long send(KafkaCluster kafka, Topic topic, String acks)
            throws ExecutionException, InterruptedException {
        Map<String, Object> once = Map.of(
                ProducerConfig.ACKS_CONFIG, acks,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false,
                ProducerConfig.RETRIES_CONFIG, 0,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_000);
        try (KafkaProducer<String, String> producer = new Clients(kafka).producer(once)) {
            return producer.send(new ProducerRecord<>(topic.name(), "an order"))
                    .get()
                    .offset();
        }
    }

    private static void awaitInSync(KafkaCluster kafka, List<Topic> topics, int count) {
        for (Topic topic : topics) {
            ReplicaProbe.of(kafka, topic.partition(0))
                    .await(
                            count + " in sync for " + topic,
                            now -> now.leader().isPresent() && now.inSync().size() == count,
                            SOON);
        }
    }

    private static long endOffset(KafkaCluster kafka, Topic topic) {
        return TopicProbe.of(kafka, topic.name()).endOffset(0);
    }
}
