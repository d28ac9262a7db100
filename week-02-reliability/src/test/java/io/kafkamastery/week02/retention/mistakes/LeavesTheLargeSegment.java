package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "retention.bytes alone keeps a partition small", caughtBy = "2.4.b")
final class LeavesTheLargeSegment extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.BySize size) {
            long share = size.atMostBytes() / partitions;
            createWith(
                    bootstrapServers,
                    topic,
                    partitions,
                    Map.of("retention.bytes", String.valueOf(share * 3 / 4), "retention.ms", "-1"));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
