package io.kafkamastery.week02.availability.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.availability.ElectionPolicy;
import io.kafkamastery.week02.availability.Offline;
import io.kafkamastery.week02.availability.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees with a consumer's metadata, elects one partition after the other, and reads as a group of its own. */
@Alternative("a consumer's metadata; one election a partition; reads as a group")
final class GoesPartitionByPartition implements ElectionPolicy {

    @Override
    public Set<Offline> offline(String bootstrapServers, Set<String> topics) {
        Set<Offline> result = new LinkedHashSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(reading(bootstrapServers));
                Admin admin = Admin.create(reading(bootstrapServers))) {
            for (String topic : topics) {
                TopicDescription description = admin.describeTopics(Set.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic);
                for (PartitionInfo info : consumer.partitionsFor(topic)) {
                    if (info.leader() == null || info.leader().isEmpty()) {
                        TopicPartitionInfo more = description.partitions().get(info.partition());
                        result.add(new Offline(
                                new TopicPartition(topic, info.partition()), mayLead(more), aliveReplicas(info)));
                    }
                }
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }

    private static Set<Integer> mayLead(TopicPartitionInfo info) {
        Set<Integer> ids = new TreeSet<>();
        for (Node node : info.isr()) {
            ids.add(node.id());
        }
        for (Node node : info.elr()) {
            ids.add(node.id());
        }
        return ids;
    }

    private static Set<Integer> aliveReplicas(PartitionInfo info) {
        Set<Integer> ids = new TreeSet<>();
        for (Node node : info.replicas()) {
            ids.add(node.id());
        }
        for (Node node : info.offlineReplicas()) {
            ids.remove(node.id());
        }
        return ids;
    }

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        Set<TopicPartition> back = new TreeSet<>((one, other) -> one.partition() - other.partition());
        for (Offline offline : offline(bootstrapServers, Set.of(topic))) {
            if (!offline.stale().isEmpty()) {
                elect(bootstrapServers, offline.partition());
                back.add(offline.partition());
            }
        }
        return back;
    }

    private static void elect(String bootstrapServers, TopicPartition partition) {
        try (Admin admin = Admin.create(reading(bootstrapServers))) {
            Map<TopicPartition, Optional<Throwable>> outcome = admin.electLeaders(
                            ElectionType.UNCLEAN, Set.of(partition))
                    .partitions()
                    .get();
            if (outcome.get(partition).isPresent()) {
                throw new IllegalStateException(outcome.get(partition).get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        Map<String, Receipt> missing = new LinkedHashMap<>();
        receipts.forEach(receipt -> missing.put(receipt.orderId(), receipt));
        long left = records(bootstrapServers, topic);
        Properties properties = reading(bootstrapServers);
        properties.put("group.id", "audit-" + UUID.randomUUID());
        properties.put("enable.auto.commit", "false");
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties)) {
            consumer.subscribe(List.of(topic));
            while (left > 0) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
                    missing.remove(record.key());
                    left--;
                }
            }
        }
        return new ArrayList<>(missing.values());
    }

    /** There are as many records as offsets: nothing here is compacted, or written in a transaction. */
    private static long records(String bootstrapServers, String topic) {
        try (Admin admin = Admin.create(reading(bootstrapServers))) {
            long records = 0;
            for (TopicPartitionInfo info : admin.describeTopics(Set.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()) {
                TopicPartition partition = new TopicPartition(topic, info.partition());
                records += admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get()
                        .offset();
            }
            return records;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties reading(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("auto.offset.reset", "earliest");
        properties.put("key.deserializer", StringDeserializer.class.getName());
        properties.put("value.deserializer", StringDeserializer.class.getName());
        return properties;
    }
}
