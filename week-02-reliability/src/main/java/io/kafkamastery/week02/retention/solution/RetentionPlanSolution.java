package io.kafkamastery.week02.retention.solution;

import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.Keep;
import io.kafkamastery.week02.retention.OrderHandler;
import io.kafkamastery.week02.retention.RetentionPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Plans in segments, because that is what Kafka deletes; and reads without a reset policy, so that no gap goes unnoticed. */
public final class RetentionPlanSolution implements RetentionPlan {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long SMALLEST_SEGMENT_BYTES = 1024 * 1024; // Kafka allows no smaller ones
    private static final long LARGEST_SEGMENT_BYTES = 1024 * 1024 * 1024;

    // region: settings
    private static Map<String, String> settings(Keep keep, int partitions) {
        if (keep instanceof Keep.ByTime age) {
            // A segment goes once its newest record is too old. Its oldest is older by as much as a segment spans.
            Duration span = age.atMost().minus(age.atLeast());
            return Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, millis(age.atLeast()),
                    TopicConfig.SEGMENT_MS_CONFIG, millis(span),
                    TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        }
        long share = ((Keep.BySize) keep).atMostBytes() / partitions; // Kafka's limit is for each partition
        long segment = Math.min(LARGEST_SEGMENT_BYTES, Math.max(SMALLEST_SEGMENT_BYTES, share / 4));
        // The oldest segment goes only if the others hold that much without it: one more has to fit in.
        return Map.of(
                TopicConfig.RETENTION_BYTES_CONFIG, String.valueOf(share - segment),
                TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(segment),
                TopicConfig.RETENTION_MS_CONFIG, "-1"); // or else the broker's default, a week, applies as well
    }
    // endregion

    // region: create
    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        try (Admin admin = admin(bootstrapServers)) {
            NewTopic wanted =
                    new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings(keep, partitions));
            answer(admin.createTopics(List.of(wanted)).all());
        }
    }
    // endregion

    // region: change
    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        try (Admin admin = admin(bootstrapServers)) {
            int partitions = answer(admin.describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .partitions()
                    .size();
            List<AlterConfigOp> changes = settings(keep, partitions).entrySet().stream()
                    .map(setting -> new AlterConfigOp(
                            new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            answer(admin.incrementalAlterConfigs(Map.of(resource, changes)).all());
        }
    }
    // endregion

    // region: catch-up
    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        try (Consumer<String, String> consumer = consumer(bootstrapServers, groupId)) {
            Set<TopicPartition> partitions = partitionsOf(topic, consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            startFromTheBeginningWhereNothingIsCommitted(consumer, partitions);
            List<Gap> gaps = new ArrayList<>();
            while (isBehind(consumer, ends)) {
                try {
                    consumer.poll(POLL).forEach(handler::handle);
                } catch (OffsetOutOfRangeException deleted) {
                    gaps.addAll(pass(consumer, deleted.offsetOutOfRangePartitions(), goOn));
                }
            }
            consumer.commitSync(); // the positions of all partitions
            return gaps;
        }
    }
    // endregion

    // region: consumer
    private static Consumer<String, String> consumer(String bootstrapServers, String groupId) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                groupId,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                // earliest and latest jump over a gap without a word; none tells us.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                // close() waits for the fetch that is under way, and a broker holds that back for 0.5 s in case more
                // comes. Whoever has reached the end does not want more.
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                50);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
    // endregion

    private static Set<TopicPartition> partitionsOf(String topic, Consumer<?, ?> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
    }

    // region: start
    /** An assigned partition starts at its committed offset by itself; without one, and without a reset, poll would throw. */
    private static void startFromTheBeginningWhereNothingIsCommitted(
            Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
        Collection<TopicPartition> uncommitted = new HashSet<>(partitions);
        uncommitted.removeIf(partition -> committed.get(partition) != null);
        if (!uncommitted.isEmpty()) {
            consumer.seekToBeginning(uncommitted); // given none, it would take all
        }
    }
    // endregion

    private static boolean isBehind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    // region: pass
    /** Goes on in the partitions that have a gap, and only there. */
    private static List<Gap> pass(Consumer<?, ?> consumer, Map<TopicPartition, Long> missed, GoOn goOn) {
        Map<TopicPartition, Long> targets = switch (goOn) {
            case FROM_THE_OLDEST -> consumer.beginningOffsets(missed.keySet());
            case FROM_THE_END -> consumer.endOffsets(missed.keySet());
        };
        targets.forEach(consumer::seek);
        return missed.entrySet().stream()
                .map(miss -> new Gap(miss.getKey().partition(), miss.getValue(), targets.get(miss.getKey())))
                .toList();
    }
    // endregion

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the cluster", e);
        }
    }

    private static String millis(Duration span) {
        return String.valueOf(span.toMillis());
    }
}
