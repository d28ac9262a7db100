package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

@Mistake(belief = "New partitions go to the new broker, and that is what it is for", caughtBy = "2.8.a")
final class OnlyAddsPartitions extends Misguided {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<String, NewPartitions> more = new HashMap<>();
            get(admin.describeTopics(topics).allTopicNames())
                    .forEach((topic, description) -> more.put(
                            topic,
                            NewPartitions.increaseTo(description.partitions().size() + 2)));
            get(admin.createPartitions(more).all());
            return new Move(Map.of());
        }
    }
}
