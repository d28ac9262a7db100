package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;

@Mistake(belief = "A record without a value has nothing to say", caughtBy = "2.5.b")
final class SkipsTombstones extends Misguided {

    @Override
    public Map<String, Long> rebuild(String bootstrapServers, String topic) {
        return read(bootstrapServers, topic, (record, board) -> {
            if (record.value() != null) {
                board.put(record.key(), Long.valueOf(record.value()));
            }
        });
    }
}
