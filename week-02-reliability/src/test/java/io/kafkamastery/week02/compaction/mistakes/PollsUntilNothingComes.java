package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "The log has come to its end when a poll returns nothing", caughtBy = "2.5.a")
final class PollsUntilNothingComes extends Misguided {

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        Map<String, Long> board = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers)) {
            assignFromTheBeginning(consumer, topic);
            ConsumerRecords<String, String> records;
            do {
                records = consumer.poll(Duration.ofSeconds(2));
                records.forEach(record -> apply(record, board));
            } while (!records.isEmpty());
        }
        return board;
    }
}
