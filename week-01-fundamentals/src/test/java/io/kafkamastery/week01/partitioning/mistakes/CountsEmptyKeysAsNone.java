package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;

@Mistake(belief = "A record whose key is empty has none", caughtBy = "1.4.d")
final class CountsEmptyKeysAsNone extends Misguided {

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            Map<Integer, Long> counts = scan.noneInAnyPartition();
            scan.readToTheEnd(record -> {
                if (record.key() == null || record.key().isEmpty()) {
                    counts.merge(record.partition(), 1L, Long::sum);
                }
            });
            return counts;
        }
    }
}
