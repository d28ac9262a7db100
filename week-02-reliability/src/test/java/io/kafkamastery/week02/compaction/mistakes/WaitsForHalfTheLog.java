package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.Upkeep;
import java.util.Map;

@Mistake(belief = "The cleaner takes every closed segment", caughtBy = "2.5.d")
final class WaitsForHalfTheLog extends Misguided {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        createWith(
                bootstrapServers,
                topic,
                partitions,
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", millis(upkeep.compactedWithin()),
                        "delete.retention.ms", millis(upkeep.tombstonesKept())));
    }
}
