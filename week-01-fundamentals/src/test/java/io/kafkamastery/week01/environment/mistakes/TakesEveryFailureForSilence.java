package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.ClusterUnreachableException;
import io.kafkamastery.week01.environment.TopicConflictException;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;

@Mistake(belief = "Whatever goes wrong with a cluster, it could not be reached", caughtBy = "1.1.c")
final class TakesEveryFailureForSilence extends Misguided {

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        try {
            return super.ensureTopic(bootstrapServers, topic, partitions, timeout);
        } catch (TopicConflictException conflict) {
            throw conflict;
        } catch (RuntimeException e) {
            throw new ClusterUnreachableException("No luck with " + bootstrapServers + ": " + e.getMessage(), e);
        }
    }
}
