package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.Upkeep;
import java.util.Map;

@Mistake(belief = "A tombstone only takes room once it has done its work", caughtBy = "2.5.d")
final class DropsTombstonesAtOnce extends Misguided {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        createWith(
                bootstrapServers,
                topic,
                partitions,
                Map.of(
                        "cleanup.policy", "compact",
                        "max.compaction.lag.ms", millis(upkeep.compactedWithin()),
                        "delete.retention.ms", "0"));
    }
}
