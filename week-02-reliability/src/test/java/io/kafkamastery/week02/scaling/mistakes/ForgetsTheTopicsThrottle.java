package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "A throttle is a rate; without the rate there is none", caughtBy = "2.8.c")
final class ForgetsTheTopicsThrottle extends Misguided {

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            super.finish(bootstrapServers, move, timeout);
            for (String side : List.of("leader", "follower")) {
                setOnTopics(admin, topicsOf(move), side + ".replication.throttled.replicas", "*");
            }
        }
    }
}
