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
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Offsets have no holes unless something was deleted", caughtBy = "2.4.c")
final class TakesEachHoleForAGap extends Misguided {

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "earliest")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> next = new HashMap<>();
            partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
            if (goOn == GoOn.FROM_THE_END) {
                return super.catchUp(bootstrapServers, groupId, topic, goOn, handler);
            }
            List<Gap> gaps = new ArrayList<>();
            while (isBehind(consumer, ends)) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() > next.get(partition)) {
                        gaps.add(new Gap(record.partition(), next.get(partition), record.offset()));
                    }
                    next.put(partition, record.offset() + 1);
                    handler.handle(record);
                }
            }
            consumer.commitSync();
            return gaps;
        }
    }
}
