package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "A new broker is for all topics, so all of them are spread", caughtBy = "2.8.a")
final class SpreadsEveryTopic extends Misguided {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            return super.startSpreading(bootstrapServers, get(admin.listTopics().names()), bytesPerSecond);
        }
    }
}
