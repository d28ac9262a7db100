package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "Setting retention.ms makes it a topic that is bounded by time", caughtBy = "2.4.d")
final class StillCountsBytes extends Misguided {

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        if (keep instanceof Keep.ByTime age) {
            String atLeast = String.valueOf(age.atLeast().toMillis());
            String span = String.valueOf(age.atMost().minus(age.atLeast()).toMillis());
            alter(bootstrapServers, topic, Map.of("retention.ms", atLeast, "segment.ms", span));
        } else {
            super.change(bootstrapServers, topic, keep);
        }
    }
}
