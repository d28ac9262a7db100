package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.OrderHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "When nothing comes for a second, that was all", caughtBy = "2.4.c")
final class StopsAtTheFirstEmptyPoll extends Misguided {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "none")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            List<Gap> gaps = new ArrayList<>();
            boolean more = true;
            while (more) {
                try {
                    ConsumerRecords<String, String> records = consumer.poll(A_SECOND);
                    records.forEach(handler::handle);
                    more = !records.isEmpty();
                } catch (OffsetOutOfRangeException deleted) {
                    gaps.addAll(pass(consumer, deleted.offsetOutOfRangePartitions(), goOn));
                }
            }
            consumer.commitSync();
            return gaps;
        }
    }

    private static List<Gap> pass(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> missed, GoOn goOn) {
        Map<TopicPartition, Long> targets = goOn == GoOn.FROM_THE_OLDEST
                ? consumer.beginningOffsets(missed.keySet())
                : consumer.endOffsets(missed.keySet());
        targets.forEach(consumer::seek);
        return missed.keySet().stream()
                .map(partition -> new Gap(partition.partition(), missed.get(partition), targets.get(partition)))
                .toList();
    }
}
