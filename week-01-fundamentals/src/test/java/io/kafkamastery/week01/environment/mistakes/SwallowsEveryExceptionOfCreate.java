package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;

@Mistake(belief = "If creating fails, the topic is there already", caughtBy = "1.1.c")
final class SwallowsEveryExceptionOfCreate extends Misguided {

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        try {
            return super.ensureTopic(bootstrapServers, topic, partitions, timeout);
        } catch (RuntimeException alreadyThere) {
            return TopicOutcome.ALREADY_THERE;
        }
    }
}
