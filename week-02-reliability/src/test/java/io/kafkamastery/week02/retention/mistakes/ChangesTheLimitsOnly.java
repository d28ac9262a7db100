package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "The segments are there already, so a change is about the limits", caughtBy = "2.4.d")
final class ChangesTheLimitsOnly extends Misguided {

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        if (keep instanceof Keep.ByTime time) {
            alter(
                    bootstrapServers,
                    topic,
                    Map.of("retention.ms", String.valueOf(time.atLeast().toMillis()), "retention.bytes", "-1"));
        } else if (keep instanceof Keep.BySize size) {
            long share = size.atMostBytes() / 2; // of one partition, of which the lab has two
            alter(
                    bootstrapServers,
                    topic,
                    Map.of("retention.ms", "-1", "retention.bytes", String.valueOf(share * 3 / 4)));
        }
    }
}
