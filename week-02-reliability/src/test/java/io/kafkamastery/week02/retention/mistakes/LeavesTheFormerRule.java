package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "Setting retention.bytes makes it a topic that is bounded by size", caughtBy = "2.4.d")
final class LeavesTheFormerRule extends Misguided {

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        if (keep instanceof Keep.BySize size) {
            long share = size.atMostBytes() / 2; // of one partition, of which the lab has two
            alter(
                    bootstrapServers,
                    topic,
                    Map.of(
                            "retention.bytes", String.valueOf(share * 3 / 4),
                            "segment.bytes", String.valueOf(share / 4)));
        } else {
            super.change(bootstrapServers, topic, keep);
        }
    }
}
