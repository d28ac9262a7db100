package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Right before the end of a log there is a record", caughtBy = "2.5.a")
final class WaitsForTheLastOffset extends Misguided {

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        Map<String, Long> board = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers)) {
            Map<TopicPartition, Long> ends =
                    new HashMap<>(consumer.endOffsets(assignFromTheBeginning(consumer, topic)));
            ends.values().removeIf(end -> end == 0);
            while (!ends.isEmpty()) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    apply(record, board);
                    ends.remove(new TopicPartition(topic, record.partition()), record.offset() + 1);
                }
            }
        }
        return board;
    }
}
