package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.OrderHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "After an OffsetOutOfRangeException the consumer starts again", caughtBy = "2.4.c")
final class RewindsEveryPartition extends Misguided {

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "none")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Gap> gaps = new ArrayList<>();
            while (isBehind(consumer, ends)) {
                try {
                    consumer.poll(Duration.ofMillis(200)).forEach(handler::handle);
                } catch (OffsetOutOfRangeException deleted) {
                    if (goOn == GoOn.FROM_THE_END) {
                        consumer.seekToEnd(consumer.assignment());
                    } else {
                        consumer.seekToBeginning(consumer.assignment());
                    }
                    deleted.offsetOutOfRangePartitions()
                            .forEach((partition, offset) ->
                                    gaps.add(new Gap(partition.partition(), offset, consumer.position(partition))));
                }
            }
            consumer.commitSync();
            return gaps;
        }
    }
}
