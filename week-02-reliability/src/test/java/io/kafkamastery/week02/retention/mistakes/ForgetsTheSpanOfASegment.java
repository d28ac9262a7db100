package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "A record goes when it is older than retention.ms itself", caughtBy = "2.4.a")
final class ForgetsTheSpanOfASegment extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.ByTime age) {
            String atMost = String.valueOf(age.atMost().toMillis());
            String span = String.valueOf(age.atMost().minus(age.atLeast()).toMillis());
            createWith(bootstrapServers, topic, partitions, Map.of("retention.ms", atMost, "segment.ms", span));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
