package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

@Mistake(belief = "All topics are the user's topics", caughtBy = "1.1.d")
final class ListsInternalTopics extends Misguided {

    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            return answer(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        }
    }
}
