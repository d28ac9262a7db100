package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "delete.retention.ms is how long records are retained before they are deleted", caughtBy = "2.4.a")
final class TakesRetentionForTombstones extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.ByTime age) {
            String atLeast = String.valueOf(age.atLeast().toMillis());
            String span = String.valueOf(age.atMost().minus(age.atLeast()).toMillis());
            createWith(bootstrapServers, topic, partitions, Map.of("delete.retention.ms", atLeast, "segment.ms", span));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
