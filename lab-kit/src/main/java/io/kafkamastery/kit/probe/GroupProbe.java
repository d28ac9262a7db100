package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.KafkaCluster;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Shows what the brokers know of a consumer group, of the classic or the consumer protocol: its members, what they are
 * assigned, and what it committed. A group that does not exist yet has no members and no offsets.
 */
public final class GroupProbe {

    /**
     * One member of the group.
     *
     * @param clientId the client id of its consumer
     * @param memberId what the group coordinator calls it
     * @param groupInstanceId its static name, if it has one
     * @param host where it connects from, as Kafka prints it: {@code /127.0.0.1}
     * @param partitions what it is assigned
     */
    public record Member(
            String clientId,
            String memberId,
            Optional<String> groupInstanceId,
            String host,
            Set<TopicPartition> partitions) {

        public Member {
            partitions = Set.copyOf(partitions);
        }

        private static Member of(MemberDescription description) {
            return new Member(
                    description.clientId(),
                    description.consumerId(),
                    description.groupInstanceId(),
                    description.host(),
                    description.assignment().topicPartitions());
        }

        @Override
        public String toString() {
            return clientId + " "
                    + partitions.stream().map(TopicPartition::toString).sorted().toList();
        }
    }

    private final KafkaCluster kafka;
    private final String groupId;

    private GroupProbe(KafkaCluster kafka, String groupId) {
        this.kafka = kafka;
        this.groupId = groupId;
    }

    public static GroupProbe of(KafkaCluster kafka, String groupId) {
        return new GroupProbe(kafka, groupId);
    }

    /** The group's state; {@link GroupState#DEAD} if there is no such group. */
    public GroupState state() {
        return describe().map(ConsumerGroupDescription::groupState).orElse(GroupState.DEAD);
    }

    /** The members, by client id. */
    public List<Member> members() {
        return describe().map(GroupProbe::members).orElse(List.of());
    }

    private static List<Member> members(ConsumerGroupDescription group) {
        return group.members().stream()
                .map(Member::of)
                .sorted(Comparator.comparing(Member::clientId).thenComparing(Member::memberId))
                .toList();
    }

    private Optional<ConsumerGroupDescription> describe() {
        return Answers.unless(
                GroupIdNotFoundException.class,
                kafka.admin()
                        .describeConsumerGroups(List.of(groupId))
                        .describedGroups()
                        .get(groupId),
                "the members of group " + groupId);
    }

    /** What the group committed: the offset of the next record to read, for the partitions that have one. */
    public Map<TopicPartition, Long> committedOffsets() {
        Map<TopicPartition, Long> committed = sorted();
        Answers.unless(
                        GroupIdNotFoundException.class,
                        kafka.admin().listConsumerGroupOffsets(groupId).partitionsToOffsetAndMetadata(),
                        "the committed offsets of group " + groupId)
                .orElse(Map.of())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** The offset of the next record that the group would read from there; empty if it never committed one. */
    public OptionalLong committed(TopicPartition partition) {
        Long offset = committedOffsets().get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /**
     * What the group has committed in these partitions, as a consumer is told that starts with it now. Where a transaction
     * is about to commit offsets, the old ones no longer count and the new ones do not count yet: waits until it has ended.
     *
     * @return the offsets of the partitions that have one
     * @throws AssertionError if such a transaction is still open when the time is over
     */
    public Map<TopicPartition, Long> awaitSettledOffsets(Collection<TopicPartition> partitions, Duration limit) {
        Map<TopicPartition, Long> settled = sorted();
        Await.within(limit)
                .until(
                        "the transactions to end that commit offsets of group " + groupId,
                        () -> {
                            // Without an entry: not settled. With null: settled, and nothing is committed.
                            Map<TopicPartition, OffsetAndMetadata> told = settled(partitions);
                            told.forEach((partition, offset) -> {
                                if (offset != null) {
                                    settled.put(partition, offset.offset());
                                }
                            });
                            return told.keySet().containsAll(partitions);
                        },
                        () -> "one is still open");
        return settled;
    }

    private Map<TopicPartition, OffsetAndMetadata> settled(Collection<TopicPartition> partitions) {
        return Answers.get(
                kafka.admin()
                        .listConsumerGroupOffsets(
                                Map.of(groupId, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)),
                                new ListConsumerGroupOffsetsOptions().requireStable(true))
                        .partitionsToOffsetAndMetadata(groupId),
                "the committed offsets of group " + groupId);
    }

    /**
     * End offset minus committed offset, for every partition of the topic. Where nothing is committed, everything from
     * the beginning counts.
     */
    public Map<TopicPartition, Long> lag(String topic) {
        // Committed first: a record that arrives in between then counts as lag, rather than making it negative.
        Map<TopicPartition, Long> committed = committedOffsets();
        TopicProbe probe = TopicProbe.of(kafka, topic);
        Map<TopicPartition, Long> beginnings = probe.beginningOffsets();
        Map<TopicPartition, Long> lag = sorted();
        probe.endOffsets()
                .forEach((partition, end) -> lag.put(
                        partition, end - committed.getOrDefault(partition, beginnings.getOrDefault(partition, 0L))));
        return lag;
    }

    /** The lag over all partitions of the topic. */
    public long totalLag(String topic) {
        return lag(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Waits until the group has exactly so many members and has settled: each knows what it is assigned, which may be
     * nothing.
     *
     * @param failFast code without which the members will not come
     * @return the members, by client id
     * @throws AssertionError if that is not so when the time is over, naming the members there are
     */
    public List<Member> awaitMembers(int count, Duration limit, Background... failFast) {
        AtomicReference<List<Member>> seen = new AtomicReference<>(List.of());
        AtomicReference<GroupState> state = new AtomicReference<>(GroupState.DEAD);
        GroupState settled = count == 0 ? GroupState.EMPTY : GroupState.STABLE;
        Await.within(limit)
                .until(
                        "group " + groupId + " to settle with " + members(count),
                        () -> {
                            Optional<ConsumerGroupDescription> group = describe();
                            seen.set(group.map(GroupProbe::members).orElse(List.of()));
                            state.set(group.map(ConsumerGroupDescription::groupState)
                                    .orElse(GroupState.DEAD));
                            return seen.get().size() == count
                                    && (state.get() == settled || count == 0 && group.isEmpty());
                        },
                        () -> "it has " + members(seen.get().size()) + " and is in state " + state + ": " + seen,
                        failFast);
        return seen.get();
    }

    /**
     * Waits until nobody is in the group any more.
     *
     * @throws AssertionError if somebody is when the time is over, naming the members
     */
    public void awaitNoMembers(Duration limit) {
        awaitMembers(0, limit);
    }

    /**
     * Waits until the group has committed this very offset.
     *
     * @param failFast code without which it will not be committed
     * @throws AssertionError if another one, or none, is committed when the time is over
     */
    public void awaitCommitted(TopicPartition partition, long offset, Duration limit, Background... failFast) {
        AtomicReference<OptionalLong> seen = new AtomicReference<>(OptionalLong.empty());
        Await.within(limit)
                .until(
                        "group " + groupId + " to have committed offset " + offset + " of " + partition,
                        () -> {
                            seen.set(committed(partition));
                            return seen.get().equals(OptionalLong.of(offset));
                        },
                        () -> seen.get().isPresent()
                                ? "it has committed " + seen.get().getAsLong()
                                : "it has committed nothing there",
                        failFast);
    }

    private static String members(int count) {
        return count == 1 ? "1 member" : (count == 0 ? "no" : count) + " members";
    }

    private static Map<TopicPartition, Long> sorted() {
        return new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
    }
}
