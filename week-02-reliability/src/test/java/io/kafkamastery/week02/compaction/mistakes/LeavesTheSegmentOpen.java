package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.Upkeep;
import java.util.Map;

@Mistake(belief = "cleanup.policy=compact is all that compaction takes", caughtBy = "2.5.d")
final class LeavesTheSegmentOpen extends Misguided {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        createWith(
                bootstrapServers,
                topic,
                partitions,
                Map.of("cleanup.policy", "compact", "delete.retention.ms", millis(upkeep.tombstonesKept())));
    }
}
