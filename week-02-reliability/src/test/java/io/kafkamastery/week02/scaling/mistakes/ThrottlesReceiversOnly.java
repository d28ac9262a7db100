package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "What is received slowly is sent slowly", caughtBy = "2.8.c")
final class ThrottlesReceiversOnly extends Misguided {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Move move = super.startSpreading(bootstrapServers, topics, bytesPerSecond);
            super.cancel(bootstrapServers, move); // to have its plan without its throttle
            setOnBrokers(admin, bytesPerSecond, "follower.replication.throttled.rate");
            setOnTopics(admin, topics, "follower.replication.throttled.replicas", "*");
            return reassign(admin, move.replicas());
        }
    }
}
