package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;

@Mistake(
        belief = "A partition begins at offset 0, so its end offset says how many records it holds",
        caughtBy = "1.4.d")
final class TakesEveryTopicToBeginAtZero extends Misguided {

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            Map<Integer, Long> counts = new HashMap<>();
            scan.endOffsets(scan.assignment()).forEach((partition, end) -> counts.put(partition.partition(), end));
            scan.readToTheEnd(record -> {
                if (record.key() != null) {
                    counts.merge(record.partition(), -1L, Long::sum);
                }
            });
            return counts;
        }
    }
}
