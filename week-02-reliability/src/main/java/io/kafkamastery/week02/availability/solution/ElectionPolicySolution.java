package io.kafkamastery.week02.availability.solution;

import io.kafkamastery.week02.availability.ElectionPolicy;
import io.kafkamastery.week02.availability.Offline;
import io.kafkamastery.week02.availability.Receipt;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.EligibleLeadersNotAvailableException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Leaves every setting alone: an election can be asked for, and then happens once, for the partitions that are named. */
public final class ElectionPolicySolution implements ElectionPolicy {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    // region: offline
    @Override
    public Set<Offline> offline(String bootstrapServers, Set<String> topics) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<Integer> alive = ids(answer(admin.describeCluster().nodes()));
            Set<Offline> offline = new HashSet<>();
            answer(admin.describeTopics(topics).allTopicNames())
                    .forEach((topic, description) -> description.partitions().stream()
                            .filter(info -> !isLed(info))
                            .forEach(info -> offline.add(offline(topic, info, alive))));
            return offline;
        }
    }

    private static boolean isLed(TopicPartitionInfo info) {
        return info.leader() != null && !info.leader().isEmpty();
    }

    private static Offline offline(String topic, TopicPartitionInfo info, Set<Integer> alive) {
        // Even the last in-sync replica leaves the ISR when it dies: it waits among the eligible ones.
        Set<Integer> eligible = Stream.of(
                        info.isr(), Optional.ofNullable(info.elr()).orElse(List.of()))
                .flatMap(Collection::stream)
                .map(Node::id)
                .collect(Collectors.toSet());
        Set<Integer> stale = ids(info.replicas());
        stale.retainAll(alive);
        return new Offline(new TopicPartition(topic, info.partition()), eligible, stale);
    }

    private static Set<Integer> ids(Collection<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toCollection(HashSet::new));
    }
    // endregion

    // region: bring-back
    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<TopicPartition> offline = withoutLeader(admin, topic);
            // Named one by one: null would mean every partition of the cluster.
            Set<TopicPartition> elected =
                    answer(admin.electLeaders(ElectionType.UNCLEAN, offline).partitions()).entrySet().stream()
                            .filter(outcome -> isElected(outcome.getKey(), outcome.getValue()))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
            awaitLed(admin, elected, topic, limit);
            return elected;
        }
    }

    private static boolean isElected(TopicPartition partition, Optional<Throwable> failure) {
        if (failure.isEmpty() || failure.get() instanceof ElectionNotNeededException) {
            return true; // or an eligible replica has come back meanwhile, which is better still
        }
        if (failure.get() instanceof EligibleLeadersNotAvailableException) {
            return false; // not one replica is alive
        }
        throw new KafkaException("No leader could be elected for " + partition, failure.get());
    }

    /** The controller has decided; the brokers that clients ask learn of it a moment later. */
    private static void awaitLed(Admin admin, Set<TopicPartition> elected, String topic, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (withoutLeader(admin, topic).stream().anyMatch(elected::contains)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Elected, but not led after " + limit.toSeconds() + " s: " + elected);
            }
            pause();
        }
    }

    private static Set<TopicPartition> withoutLeader(Admin admin, String topic) {
        return answer(admin.describeTopics(List.of(topic)).topicNameValues().get(topic)).partitions().stream()
                .filter(info -> !isLed(info))
                .map(info -> new TopicPartition(topic, info.partition()))
                .collect(Collectors.toSet());
    }
    // endregion

    // region: lost
    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        Set<String> readable = orderIds(bootstrapServers, topic);
        return receipts.stream()
                .filter(receipt -> !readable.contains(receipt.orderId()))
                .toList();
    }

    /** Offsets do not tell: the new leader has given the same ones to other orders. */
    private static Set<String> orderIds(String bootstrapServers, String topic) {
        Set<String> ids = new HashSet<>();
        try (Consumer<String, byte[]> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(record -> ids.add(record.key()));
            }
        }
        return ids;
    }
    // endregion

    private static Consumer<String, byte[]> consumer(String bootstrapServers) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Admin connect(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
