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
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "What is there when the reading begins is there until it is read", caughtBy = "2.4.e")
final class LooksOnlyBeforeItReads extends Misguided {

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "earliest")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            List<Gap> gaps = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                long from = consumer.position(partition);
                if (from < beginnings.get(partition)) {
                    long to = goOn == GoOn.FROM_THE_END ? ends.get(partition) : beginnings.get(partition);
                    consumer.seek(partition, to);
                    gaps.add(new Gap(partition.partition(), from, to));
                }
            }
            while (isBehind(consumer, ends)) {
                consumer.poll(Duration.ofMillis(200)).forEach(handler::handle);
            }
            consumer.commitSync();
            return gaps;
        }
    }
}
