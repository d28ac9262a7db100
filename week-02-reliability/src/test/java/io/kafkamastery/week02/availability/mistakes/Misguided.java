package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.week02.availability.ElectionPolicy;
import io.kafkamastery.week02.availability.Offline;
import io.kafkamastery.week02.availability.Receipt;
import io.kafkamastery.week02.availability.solution.ElectionPolicySolution;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements ElectionPolicy {

    private final ElectionPolicy right = new ElectionPolicySolution();

    @Override
    public Set<Offline> offline(String bootstrapServers, Set<String> topics) {
        return right.offline(bootstrapServers, topics);
    }

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        return right.bringBack(bootstrapServers, topic, limit);
    }

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        return right.lost(bootstrapServers, topic, receipts);
    }

    static Admin connect(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    static Consumer<String, String> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** The receipts of those orders of which no record is found from these offsets on. */
    static List<Receipt> missing(String bootstrapServers, Map<TopicPartition, Long> starts, List<Receipt> receipts) {
        Set<String> there = new HashSet<>();
        try (Consumer<String, String> consumer = consumer(bootstrapServers)) {
            consumer.assign(starts.keySet());
            starts.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(starts.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> there.add(record.key()));
            }
        }
        return receipts.stream()
                .filter(receipt -> !there.contains(receipt.orderId()))
                .toList();
    }

    static Map<TopicPartition, TopicPartitionInfo> describe(Admin admin, Set<String> topics) {
        return answer(admin.describeTopics(topics).allTopicNames()).entrySet().stream()
                .flatMap(topic -> topic.getValue().partitions().stream()
                        .map(info -> Map.entry(new TopicPartition(topic.getKey(), info.partition()), info)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<TopicPartition> offlineOf(String bootstrapServers, String topic) {
        return offline(bootstrapServers, Set.of(topic)).stream()
                .map(Offline::partition)
                .collect(Collectors.toSet());
    }

    /** Those of the partitions that are led again within the limit. */
    Set<TopicPartition> awaitLed(String bootstrapServers, String topic, Set<TopicPartition> offline, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Set<TopicPartition> led = new HashSet<>(offline);
        led.removeAll(offlineOf(bootstrapServers, topic));
        while (!led.equals(offline) && System.nanoTime() < end) {
            pause();
            led.addAll(offline);
            led.removeAll(offlineOf(bootstrapServers, topic));
        }
        return led;
    }

    static Set<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toCollection(HashSet::new));
    }

    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
