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

@Mistake(belief = "Where to go on is a question of where to start", caughtBy = "2.4.e")
final class GoesBackToTheOldestUnderWay extends Misguided {

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "none")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            List<Gap> gaps = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                if (consumer.position(partition) < beginnings.get(partition)) {
                    Map<TopicPartition, Long> start = goOn == GoOn.FROM_THE_END ? ends : beginnings;
                    gaps.add(pass(consumer, partition, start.get(partition)));
                }
            }
            while (isBehind(consumer, ends)) {
                try {
                    consumer.poll(Duration.ofMillis(200)).forEach(handler::handle);
                } catch (OffsetOutOfRangeException deleted) {
                    consumer.beginningOffsets(deleted.partitions())
                            .forEach((partition, oldest) -> gaps.add(pass(consumer, partition, oldest)));
                }
            }
            consumer.commitSync();
            return gaps;
        }
    }

    private static Gap pass(KafkaConsumer<?, ?> consumer, TopicPartition partition, long to) {
        Gap gap = new Gap(partition.partition(), consumer.position(partition), to);
        consumer.seek(partition, to);
        return gap;
    }
}
