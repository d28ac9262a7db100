package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;

@Mistake(belief = "In a compacted topic each key is there once", caughtBy = "2.5.a")
final class TakesTheFirstPrice extends Misguided {

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        return read(bootstrapServers, topic, (record, board) -> {
            if (record.value() != null) {
                board.putIfAbsent(record.key(), Long.valueOf(record.value()));
            }
        });
    }
}
