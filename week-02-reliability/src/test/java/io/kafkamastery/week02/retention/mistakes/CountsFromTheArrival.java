package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Keep;
import java.util.Map;

@Mistake(belief = "An order is as old as the time for which the broker has had it", caughtBy = "2.4.a")
final class CountsFromTheArrival extends Misguided {

    @Override
    public void create(String bootstrapServers, String topic, int partitions, Keep keep) {
        if (keep instanceof Keep.ByTime age) {
            String atLeast = String.valueOf(age.atLeast().toMillis());
            String span = String.valueOf(age.atMost().minus(age.atLeast()).toMillis());
            createWith(
                    bootstrapServers,
                    topic,
                    partitions,
                    Map.of("retention.ms", atLeast, "segment.ms", span, "message.timestamp.type", "LogAppendTime"));
        } else {
            super.create(bootstrapServers, topic, partitions, keep);
        }
    }
}
