package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;

@Mistake(belief = "A topic's partitions are those that records came from", caughtBy = "1.4.d")
final class KnowsOnlyThePartitionsItSaw extends Misguided {

    @Override
    public Map<Integer, Long> recordsWithoutKey(String bootstrapServers, String topic) {
        Map<Integer, Long> counts = new HashMap<>();
        try (Scan scan = new Scan(bootstrapServers, topic)) {
            scan.readToTheEnd(record -> {
                if (record.key() == null) {
                    counts.merge(record.partition(), 1L, Long::sum);
                }
            });
        }
        return counts;
    }
}
