package io.kafkamastery.week02.retention.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.Keep;
import io.kafkamastery.week02.retention.OrderHandler;
import io.kafkamastery.week02.retention.RetentionPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

@Alternative(
        "Creates first and sets afterwards, takes offsets from the Admin client, and reads one partition after another")
final class ReadsPartitionByPartition implements RetentionPlan {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        with(bootstrapServers, admin -> {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) -1)))
                    .all()
                    .get();
            apply(admin, topic, partitions, keep);
            return null;
        });
    }

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        with(bootstrapServers, admin -> {
            int partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
            apply(admin, topic, partitions, keep);
            return null;
        });
    }

    private static void apply(Admin admin, String topic, int partitions, Keep keep) throws Exception {
        List<AlterConfigOp> changes = new ArrayList<>();
        if (keep instanceof Keep.ByTime age) {
            Duration half = age.atMost().minus(age.atLeast()).dividedBy(2);
            changes.add(set("retention.ms", age.atLeast().plus(half).toMillis()));
            changes.add(set("segment.ms", half.toMillis()));
            changes.add(new AlterConfigOp(new ConfigEntry("retention.bytes", null), OpType.DELETE));
            changes.add(new AlterConfigOp(new ConfigEntry("segment.bytes", null), OpType.DELETE));
        } else if (keep instanceof Keep.BySize size) {
            long half = size.atMostBytes() / partitions / 2;
            changes.add(set("retention.bytes", half));
            changes.add(set("segment.bytes", Math.min(half, 1L << 30)));
            changes.add(set("retention.ms", -1));
            changes.add(new AlterConfigOp(new ConfigEntry("segment.ms", null), OpType.DELETE));
        }
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
                .all()
                .get();
    }

    private static AlterConfigOp set(String name, long value) {
        return new AlterConfigOp(new ConfigEntry(name, Long.toString(value)), OpType.SET);
    }

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        return with(bootstrapServers, admin -> {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, groupId);
            Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
            List<Gap> gaps = new ArrayList<>();
            try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers)) {
                for (var info : consumer.partitionsFor(topic)) {
                    TopicPartition partition = new TopicPartition(topic, info.partition());
                    OffsetAndMetadata start = committed.get(partition);
                    long next = start == null ? offset(admin, partition, OffsetSpec.earliest()) : start.offset();
                    long stop = offset(admin, partition, OffsetSpec.latest());
                    consumer.assign(List.of(partition));
                    consumer.seek(partition, next);
                    while (consumer.position(partition) < stop) {
                        try {
                            for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofMillis(50))) {
                                handler.handle(order);
                            }
                        } catch (OffsetOutOfRangeException e) {
                            long from = consumer.position(partition);
                            long to = offset(
                                    admin,
                                    partition,
                                    goOn == GoOn.FROM_THE_END ? OffsetSpec.latest() : OffsetSpec.earliest());
                            gaps.add(new Gap(partition.partition(), from, to));
                            consumer.seek(partition, to);
                        }
                    }
                    reached.put(partition, new OffsetAndMetadata(consumer.position(partition)));
                }
            }
            admin.alterConsumerGroupOffsets(groupId, reached).all().get();
            return gaps;
        });
    }

    private static KafkaConsumer<String, String> consumer(String bootstrapServers) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        properties.setProperty("value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        properties.setProperty("auto.offset.reset", "none");
        properties.setProperty("max.poll.records", "3");
        properties.setProperty("isolation.level", "read_committed");
        return new KafkaConsumer<>(properties);
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String groupId) throws Exception {
        try {
            return admin.listConsumerGroupOffsets(groupId)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    private static long offset(Admin admin, TopicPartition partition, OffsetSpec which) throws Exception {
        return admin.listOffsets(Map.of(partition, which))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private interface Work<T> {
        T with(Admin admin) throws Exception;
    }

    private static <T> T with(String bootstrapServers, Work<T> work) {
        Callable<T> call = () -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
                return work.with(admin);
            }
        };
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The cluster refused", e);
        }
    }
}
