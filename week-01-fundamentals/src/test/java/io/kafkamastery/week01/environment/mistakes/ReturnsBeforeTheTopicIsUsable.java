package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

@Mistake(belief = "When createTopics() is answered, the topic can be used", caughtBy = "1.1.b")
final class ReturnsBeforeTheTopicIsUsable extends Misguided {

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            answer(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all());
            return TopicOutcome.CREATED;
        }
    }
}
