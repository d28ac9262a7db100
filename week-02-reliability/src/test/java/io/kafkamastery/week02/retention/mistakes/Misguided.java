package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.Keep;
import io.kafkamastery.week02.retention.OrderHandler;
import io.kafkamastery.week02.retention.RetentionPlan;
import io.kafkamastery.week02.retention.solution.RetentionPlanSolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements RetentionPlan {

    private final RetentionPlan right = new RetentionPlanSolution();

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        right.create(bootstrapServers, topic, partitions, keep);
    }

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        right.change(bootstrapServers, topic, keep);
    }

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        return right.catchUp(bootstrapServers, groupId, topic, goOn, handler);
    }

    static void createWith(String bootstrapServers, String topic, int partitions, Map<String, String> settings) {
        try (Admin admin = admin(bootstrapServers)) {
            NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings);
            answer(admin.createTopics(List.of(wanted)).all());
        }
    }

    static void alter(String bootstrapServers, String topic, Map<String, String> settings) {
        try (Admin admin = admin(bootstrapServers)) {
            List<AlterConfigOp> changes = settings.entrySet().stream()
                    .map(setting -> new AlterConfigOp(
                            new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            answer(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
                    .all());
        }
    }

    static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    static KafkaConsumer<String, String> consumer(String bootstrapServers, String groupId, String autoOffsetReset) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, autoOffsetReset);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    static List<TopicPartition> partitionsOf(String topic, KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    static boolean isBehind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    static void seekToBeginningWhereNothingIsCommitted(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
        consumer.committed(java.util.Set.copyOf(partitions)).forEach((partition, committed) -> {
            if (committed == null) {
                consumer.seekToBeginning(List.of(partition));
            }
        });
    }
}
