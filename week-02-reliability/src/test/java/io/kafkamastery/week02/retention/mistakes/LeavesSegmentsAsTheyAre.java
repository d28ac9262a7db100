package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "retention.ms says how old a record can get", caughtBy = "2.4.a")
final class LeavesSegmentsAsTheyAre extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.ByTime age) {
            String millis = String.valueOf(age.atMost().toMillis());
            createWith(bootstrapServers, topic, partitions, Map.of("retention.ms", millis));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
