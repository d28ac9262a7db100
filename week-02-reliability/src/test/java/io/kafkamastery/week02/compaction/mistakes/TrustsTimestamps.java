package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.HashMap;
import java.util.Map;

@Mistake(belief = "The latest price is the one with the latest timestamp", caughtBy = "2.5.a")
final class TrustsTimestamps extends Misguided {

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        Map<String, Long> times = new HashMap<>();
        return read(bootstrapServers, topic, (record, board) -> {
            if (record.timestamp() >= times.getOrDefault(record.key(), 0L)) {
                times.put(record.key(), record.timestamp());
                apply(record, board);
            }
        });
    }
}
