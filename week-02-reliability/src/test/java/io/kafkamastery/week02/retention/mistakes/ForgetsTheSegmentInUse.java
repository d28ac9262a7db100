package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "A partition never holds more than retention.bytes", caughtBy = "2.4.b")
final class ForgetsTheSegmentInUse extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.BySize size) {
            long share = size.atMostBytes() / partitions;
            createWith(
                    bootstrapServers,
                    topic,
                    partitions,
                    Map.of(
                            "retention.bytes", String.valueOf(share),
                            "segment.bytes", String.valueOf(share / 4),
                            "retention.ms", "-1"));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
