package io.kafkamastery.week01.dials;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Two of three replicas of a topic's only partition are dead, and the leader knows that it is alone. */
final class Outage {

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);

    private final KafkaCluster kafka;
    private final Topic topic;
    private final List<Broker> dead;

    private Outage(KafkaCluster kafka, Topic topic, List<Broker> dead) {
        this.kafka = kafka;
        this.topic = topic;
        this.dead = dead;
    }

    static Outage begin(KafkaCluster kafka, Topic topic) throws Exception {
        TopicPartitionInfo partition = describe(kafka, topic);
        List<Broker> followers = partition.replicas().stream()
                .map(Node::id)
                .filter(id -> id != partition.leader().id())
                .map(kafka::broker)
                .toList();
        followers.forEach(Broker::kill);
        Outage outage = new Outage(kafka, topic, followers);
        outage.awaitInSync(1);
        Await.within(NOTICED_WITHIN)
                .until("the leader of " + topic + " to refuse what it alone would hold", outage::refuses);
        return outage;
    }

    /** One of the dead is back and in sync again: that makes two of three. */
    void bringOneBack() {
        dead.get(0).start();
        awaitInSync(2);
    }

    /**
     * A leader tells others who is in sync a moment before it acts upon it. What it still takes in that moment waits for
     * followers that are dead, until the request times out.
     */
    private boolean refuses() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka.clientConfig());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, KitAdmin.CLIENT_ID_PREFIX + "-outage");
        settings.put(ProducerConfig.RETRIES_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 500);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), "is anybody in sync?"))
                    .get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof NotEnoughReplicasException;
        }
    }

    private void awaitInSync(int replicas) {
        Await.within(NOTICED_WITHIN)
                .until(
                        "in-sync replicas of " + topic + " to be " + replicas,
                        () -> describe(kafka, topic).isr().size() == replicas);
    }

    private static TopicPartitionInfo describe(KafkaCluster kafka, Topic topic)
            throws InterruptedException, ExecutionException {
        return kafka.admin()
                .describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .get(topic.name())
                .partitions()
                .get(0);
    }
}
