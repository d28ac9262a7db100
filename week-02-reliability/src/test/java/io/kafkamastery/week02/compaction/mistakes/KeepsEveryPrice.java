package io.kafkamastery.week02.compaction.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.compaction.Upkeep;
import java.util.Map;

@Mistake(
        belief = "A topic that keeps everything serves as well: whoever rebuilds takes the last price",
        caughtBy = "2.5.d")
final class KeepsEveryPrice extends Misguided {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions, Upkeep upkeep) {
        createWith(
                bootstrapServers,
                topic,
                partitions,
                Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", "-1"));
    }
}
