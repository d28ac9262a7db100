package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.Upkeep;
import java.util.Map;

@Mistake(belief = "Compaction takes a tombstone away together with what it outdates", caughtBy = "2.5.b")
final class KeepsTombstonesForADay extends Misguided {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        createWith(
                bootstrapServers,
                topic,
                partitions,
                Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", millis(upkeep.compactedWithin())));
    }
}
