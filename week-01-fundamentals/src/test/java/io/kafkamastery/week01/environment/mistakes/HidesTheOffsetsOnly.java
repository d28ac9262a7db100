package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

@Mistake(belief = "Kafka has one topic of its own, __consumer_offsets", caughtBy = "1.1.d")
final class HidesTheOffsetsOnly extends Misguided {

    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<String> names = new HashSet<>(answer(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names()));
            names.remove("__consumer_offsets");
            return names;
        }
    }
}
