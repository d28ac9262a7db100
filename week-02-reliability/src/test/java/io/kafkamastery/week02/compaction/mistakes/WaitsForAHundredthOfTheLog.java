package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.Upkeep;
import java.util.Map;

@Mistake(belief = "A hundredth of the log is as little as can change", caughtBy = "2.5.d")
final class WaitsForAHundredthOfTheLog extends Misguided {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        createWith(
                bootstrapServers,
                topic,
                partitions,
                Map.of(
                        "cleanup.policy",
                        "compact",
                        "segment.ms",
                        millis(upkeep.compactedWithin()),
                        "min.cleanable.dirty.ratio",
                        "0.01",
                        "delete.retention.ms",
                        millis(upkeep.tombstonesKept())));
    }
}
