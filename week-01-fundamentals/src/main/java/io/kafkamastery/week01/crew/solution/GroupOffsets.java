package io.kafkamastery.week01.crew.solution;

import io.kafkamastery.week01.crew.GroupActiveException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** What a group has committed in one topic, seen and changed from outside the group, with the Admin client. */
final class GroupOffsets implements AutoCloseable {

    private final String groupId;
    private final String topic;
    private final Admin admin;

    GroupOffsets(String bootstrapServers, String groupId, String topic) {
        this.groupId = groupId;
        this.topic = topic;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    // region: rewind
    void rewind(Instant to) {
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> targets = new HashMap<>();
        offsets(OffsetSpec.forTimestamp(to.toEpochMilli())).forEach((partition, offset) -> {
            boolean noneSince = offset < 0; // Kafka's answer where no record is that young
            targets.put(partition, new OffsetAndMetadata(noneSince ? ends.get(partition) : offset));
        });
        try {
            answer(admin.alterConsumerGroupOffsets(groupId, targets).all());
        } catch (UnknownMemberIdException e) {
            // A group with members takes commits from its members only, and we are not one of them.
            throw new GroupActiveException(groupId, e);
        }
    }
    // endregion

    Map<Integer, Long> lag() {
        // In this order: an order that arrives in between makes the lag larger by one, rather than negative.
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(groupId).partitionsToOffsetAndMetadata());
        Map<Integer, Long> lag = new TreeMap<>();
        offsets(OffsetSpec.latest()).forEach((partition, end) -> {
            OffsetAndMetadata next = committed.get(partition);
            lag.put(partition.partition(), end - (next == null ? 0 : next.offset()));
        });
        return lag;
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question =
                partitions().stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(admin.listOffsets(question).all()).forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private List<TopicPartition> partitions() {
        return answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Waits for an answer, and throws what Kafka threw rather than a wrapper of it. */
    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException reason ? reason : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
