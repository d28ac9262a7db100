package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

@Mistake(belief = "An empty poll means that the end of the topic is reached", caughtBy = "1.4.d")
final class StopsAtAnEmptyPoll extends Misguided {

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            Map<Integer, Long> counts = scan.noneInAnyPartition();
            ConsumerRecords<String, String> records;
            do {
                // Zero shows every time what 100 ms show on a bad day: the first poll is the likeliest to be empty.
                records = scan.poll(Duration.ZERO);
                for (ConsumerRecord<String, String> record : records) {
                    if (record.key() == null) {
                        counts.merge(record.partition(), 1L, Long::sum);
                    }
                }
            } while (!records.isEmpty());
            return counts;
        }
    }
}
