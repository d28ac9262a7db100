package io.kafkamastery.week02.retention.alternatives;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.Keep;
import io.kafkamastery.week02.retention.OrderHandler;
import io.kafkamastery.week02.retention.RetentionPlan;
import io.kafkamastery.week02.retention.solution.RetentionPlanSolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

@Alternative("Joins the group to read, seeks only when poll complains, and commits after each poll")
final class SubscribesAsAMember implements RetentionPlan {

    private final RetentionPlan settings = new RetentionPlanSolution();

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        settings.create(bootstrapServers, topic, partitions, keep);
    }

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        settings.change(bootstrapServers, topic, keep);
    }

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", groupId,
                "auto.offset.reset", "none",
                "enable.auto.commit", "false",
                "max.partition.fetch.bytes", "200000");
        List<Gap> gaps = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.subscribe(Set.of(topic));
            boolean done = false;
            while (!done) {
                try {
                    consumer.poll(Duration.ofMillis(100)).forEach(handler::handle);
                    done = consumer.assignment().containsAll(partitions)
                            && partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p));
                    consumer.commitSync();
                } catch (NoOffsetForPartitionException fresh) {
                    consumer.seekToBeginning(fresh.partitions());
                } catch (OffsetOutOfRangeException deleted) {
                    for (var late : deleted.offsetOutOfRangePartitions().entrySet()) {
                        Set<TopicPartition> one = Set.of(late.getKey());
                        if (goOn == GoOn.FROM_THE_OLDEST) {
                            consumer.seekToBeginning(one);
                        } else {
                            consumer.seekToEnd(one);
                        }
                        gaps.add(new Gap(late.getKey().partition(), late.getValue(), consumer.position(late.getKey())));
                    }
                }
            }
        }
        return gaps;
    }
}
