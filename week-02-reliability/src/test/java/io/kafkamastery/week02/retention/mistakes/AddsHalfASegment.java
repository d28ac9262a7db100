package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.time.Duration;
import java.util.Map;

@Mistake(belief = "On average an order is half a segment older than the newest in it", caughtBy = "2.4.a")
final class AddsHalfASegment extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.ByTime age) {
            Duration span = age.atMost().minus(age.atLeast());
            String middle = String.valueOf(age.atLeast().plus(span.dividedBy(2)).toMillis());
            String segment = String.valueOf(span.toMillis());
            createWith(bootstrapServers, topic, partitions, Map.of("retention.ms", middle, "segment.ms", segment));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
