package io.kafkamastery.kit.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the contracts do with a cluster as its clients. */
final class ClusterUse {

    static final int RECORDS = 20;
    static final int NONE = -1;

    private static final Duration SOON = Duration.ofSeconds(30);

    private ClusterUse() {}

    /** Asks again where an answer failed: a request to a frozen broker ends only by its time-out. */
    static void eventually(String what, Callable<Boolean> condition) {
        await(what).atMost(SOON).ignoreExceptions().until(condition);
    }

    static String createTopic(KafkaCluster cluster, int replicas) throws Exception {
        String name = topicName();
        cluster.admin()
                .createTopics(List.of(new NewTopic(name, 1, (short) replicas)))
                .all()
                .get();
        eventually(
                "all replicas of " + name + " in sync",
                () -> inSync(cluster, name).size() == replicas);
        return name;
    }

    static String topicName() {
        return "contract-" + System.nanoTime();
    }

    static void produce(KafkaCluster cluster, String topic) throws Exception {
        Map<String, Object> config = new HashMap<>(cluster.clientConfig());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sends = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                sends.add(producer.send(new ProducerRecord<>(topic, "record-" + i)));
            }
            for (Future<RecordMetadata> send : sends) {
                send.get();
            }
        }
    }

    static List<String> read(KafkaCluster cluster, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<String> values = new ArrayList<>();
        Map<String, Object> config = new HashMap<>(cluster.clientConfig());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            await("the end of " + topic).atMost(SOON).until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    values.add(record.value());
                }
                return consumer.position(partition) >= end;
            });
        }
        return values;
    }

    /** Waits for the broker that leads it, and for the one that is asked to know of the topic. */
    static Broker leadingBroker(KafkaCluster cluster, String topic) {
        int[] leader = {NONE};
        eventually("a leader of " + topic, () -> {
            leader[0] = leader(cluster, topic);
            return leader[0] != NONE;
        });
        return cluster.broker(leader[0]);
    }

    /** The leader's id, or {@link #NONE}. */
    static int leader(KafkaCluster cluster, String topic) throws Exception {
        return Optional.ofNullable(partition(cluster, topic).leader())
                .map(Node::id)
                .orElse(NONE);
    }

    static List<Integer> inSync(KafkaCluster cluster, String topic) throws Exception {
        return partition(cluster, topic).isr().stream().map(Node::id).toList();
    }

    static TopicPartitionInfo partition(KafkaCluster cluster, String topic) throws Exception {
        return cluster.admin()
                .describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(2_000))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .get(0);
    }
}
