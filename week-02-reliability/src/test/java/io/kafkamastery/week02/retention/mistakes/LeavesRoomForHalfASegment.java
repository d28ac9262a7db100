package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "Some percent below the bound are enough for the segment in use", caughtBy = "2.4.b")
final class LeavesRoomForHalfASegment extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.BySize size) {
            long share = size.atMostBytes() / partitions;
            createWith(
                    bootstrapServers,
                    topic,
                    partitions,
                    Map.of(
                            "retention.bytes", String.valueOf(share * 85 / 100),
                            "segment.bytes", String.valueOf(Math.max(1024 * 1024, share / 4)),
                            "retention.ms", "-1"));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
