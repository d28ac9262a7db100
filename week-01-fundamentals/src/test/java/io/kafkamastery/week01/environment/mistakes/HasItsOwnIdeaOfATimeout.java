package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.ClusterReport;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;
import java.util.Set;

@Mistake(belief = "Five seconds are a good timeout for everybody", caughtBy = "1.1.e")
final class HasItsOwnIdeaOfATimeout extends Misguided {

    private static final Duration GOOD = Duration.ofSeconds(5);

    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        return super.describe(bootstrapServers, GOOD);
    }

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        return super.ensureTopic(bootstrapServers, topic, partitions, GOOD);
    }

    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        return super.userTopics(bootstrapServers, GOOD);
    }
}
