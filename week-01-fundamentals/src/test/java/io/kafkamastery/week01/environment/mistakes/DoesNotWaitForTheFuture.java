package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

@Mistake(belief = "createTopics() has created the topic when it returns", caughtBy = "1.1.b")
final class DoesNotWaitForTheFuture extends Misguided {

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        Admin admin = connect(bootstrapServers);
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)));
        admin.close(Duration.ZERO);
        return TopicOutcome.CREATED;
    }
}
