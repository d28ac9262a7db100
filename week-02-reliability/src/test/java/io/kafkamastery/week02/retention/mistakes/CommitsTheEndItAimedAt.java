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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "What was to be read is what was read", caughtBy = "2.4.e")
final class CommitsTheEndItAimedAt extends Misguided {

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        List<Gap> gaps = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "none")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            while (isBehind(consumer, ends)) {
                try {
                    consumer.poll(Duration.ofMillis(200)).forEach(handler::handle);
                } catch (OffsetOutOfRangeException deleted) {
                    var missed = deleted.offsetOutOfRangePartitions();
                    var targets = goOn == GoOn.FROM_THE_OLDEST
                            ? consumer.beginningOffsets(missed.keySet())
                            : consumer.endOffsets(missed.keySet());
                    targets.forEach((partition, target) -> {
                        consumer.seek(partition, target);
                        gaps.add(new Gap(partition.partition(), missed.get(partition), target));
                    });
                }
            }
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            ends.forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
            consumer.commitSync(offsets);
        }
        return gaps;
    }
}
