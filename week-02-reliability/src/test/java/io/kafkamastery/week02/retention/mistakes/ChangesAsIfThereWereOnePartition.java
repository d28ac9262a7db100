package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "Nobody tells change() of partitions, so it is about one", caughtBy = "2.4.d")
final class ChangesAsIfThereWereOnePartition extends Misguided {

    @Override
    public void change(String bootstrapServers, String topic, Keep keep) {
        if (keep instanceof Keep.BySize size) {
            long segment = size.atMostBytes() / 4;
            alter(
                    bootstrapServers,
                    topic,
                    Map.of(
                            "retention.bytes", String.valueOf(size.atMostBytes() - segment),
                            "segment.bytes", String.valueOf(segment),
                            "retention.ms", "-1"));
        } else {
            super.change(bootstrapServers, topic, keep);
        }
    }
}
