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
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Where nothing was read there is nothing to commit", caughtBy = "2.4.c")
final class CommitsOnlyWhatItRead extends Misguided {

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "none")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Gap> gaps = new ArrayList<>();
            Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
            while (isBehind(consumer, ends)) {
                try {
                    for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                        handler.handle(record);
                        read.put(
                                new TopicPartition(record.topic(), record.partition()),
                                new OffsetAndMetadata(record.offset() + 1));
                    }
                } catch (OffsetOutOfRangeException deleted) {
                    deleted.offsetOutOfRangePartitions().forEach((partition, offset) -> {
                        if (goOn == GoOn.FROM_THE_END) {
                            consumer.seekToEnd(List.of(partition));
                        } else {
                            consumer.seekToBeginning(List.of(partition));
                        }
                        gaps.add(new Gap(partition.partition(), offset, consumer.position(partition)));
                    });
                }
            }
            consumer.commitSync(read);
            return gaps;
        }
    }
}
