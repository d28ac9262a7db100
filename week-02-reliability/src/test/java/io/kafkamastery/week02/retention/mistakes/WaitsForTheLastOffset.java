package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.OrderHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "The end is reached with the order right before it", caughtBy = "2.4.c")
final class WaitsForTheLastOffset extends Misguided {

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "none")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> next = new HashMap<>();
            partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
            List<Gap> gaps = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> next.get(partition) < ends.get(partition))) {
                try {
                    for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofMillis(200))) {
                        handler.handle(order);
                        next.put(new TopicPartition(topic, order.partition()), order.offset() + 1);
                    }
                } catch (OffsetOutOfRangeException deleted) {
                    deleted.offsetOutOfRangePartitions().forEach((partition, offset) -> {
                        if (goOn == GoOn.FROM_THE_END) {
                            consumer.seekToEnd(List.of(partition));
                        } else {
                            consumer.seekToBeginning(List.of(partition));
                        }
                        next.put(partition, consumer.position(partition));
                        gaps.add(new Gap(partition.partition(), offset, next.get(partition)));
                    });
                }
            }
            consumer.commitSync();
            return gaps;
        }
    }
}
