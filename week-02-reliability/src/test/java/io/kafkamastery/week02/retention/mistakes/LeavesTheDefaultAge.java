package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "A topic that is bounded by size is not bounded by time", caughtBy = "2.4.b")
final class LeavesTheDefaultAge extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.BySize size) {
            long share = size.atMostBytes() / partitions;
            long segment = share / 4;
            createWith(
                    bootstrapServers,
                    topic,
                    partitions,
                    Map.of(
                            "retention.bytes",
                            String.valueOf(share - segment),
                            "segment.bytes",
                            String.valueOf(segment)));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
