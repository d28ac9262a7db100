package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.Upkeep;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "A tombstone that is there after the first compaction is there for long enough", caughtBy = "2.5.d")
final class KeepsTombstonesForSomeSeconds extends Misguided {

    private static final Duration AT_MOST = Duration.ofSeconds(86_400 / 1_000); // a day, in the wrong unit

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        Duration kept = upkeep.tombstonesKept().compareTo(AT_MOST) > 0 ? AT_MOST : upkeep.tombstonesKept();
        createWith(
                bootstrapServers,
                topic,
                partitions,
                Map.of(
                        "cleanup.policy", "compact",
                        "max.compaction.lag.ms", millis(upkeep.compactedWithin()),
                        "delete.retention.ms", millis(kept)));
    }
}
