package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "retention.bytes bounds the topic", caughtBy = "2.4.b")
final class ForgetsThatSizeIsPerPartition extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.BySize size) {
            long segment = size.atMostBytes() / 8;
            createWith(
                    bootstrapServers,
                    topic,
                    partitions,
                    Map.of(
                            "retention.bytes", String.valueOf(size.atMostBytes() - segment),
                            "segment.bytes", String.valueOf(segment),
                            "retention.ms", "-1"));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
