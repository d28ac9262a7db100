package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.Upkeep;
import java.util.Map;

@Mistake(belief = "compact,delete compacts and cleans up besides", caughtBy = "2.5.d")
final class DeletesOldPricesToo extends Misguided {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        createWith(
                bootstrapServers,
                topic,
                partitions,
                Map.of(
                        "cleanup.policy", "compact,delete",
                        "max.compaction.lag.ms", millis(upkeep.compactedWithin()),
                        "delete.retention.ms", millis(upkeep.tombstonesKept())));
    }
}
