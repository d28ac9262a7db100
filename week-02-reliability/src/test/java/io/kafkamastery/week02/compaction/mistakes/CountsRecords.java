package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "There are as many records as there are offsets", caughtBy = "2.5.d")
final class CountsRecords extends Misguided {

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        Map<String, Long> board = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = assignFromTheBeginning(consumer, topic);
            long expected = consumer.endOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    - consumer.beginningOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            long read = 0;
            while (read < expected) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(200));
                records.forEach(record -> apply(record, board));
                read += records.count();
            }
        }
        return board;
    }
}
