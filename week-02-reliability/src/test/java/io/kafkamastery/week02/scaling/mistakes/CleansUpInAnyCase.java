package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "What was set before the move is taken away in a finally block", caughtBy = "2.8.c")
final class CleansUpInAnyCase extends Misguided {

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        try {
            super.finish(bootstrapServers, move, timeout);
        } finally {
            try (Admin admin = connect(bootstrapServers)) {
                for (String side : List.of("leader", "follower")) {
                    setOnTopics(admin, topicsOf(move), side + ".replication.throttled.replicas", "");
                }
            }
        }
    }
}
