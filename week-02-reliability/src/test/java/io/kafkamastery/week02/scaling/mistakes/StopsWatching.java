package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "A move that nobody waits for does not go on", caughtBy = "2.8.d")
final class StopsWatching extends Misguided {

    @Override
    public void cancel(String bootstrapServers, Move move) {
        try (Admin admin = connect(bootstrapServers)) {
            // Takes the throttle away, and that is all.
            super.cancel(bootstrapServers, new Move(Map.of()));
            for (String side : List.of("leader", "follower")) {
                setOnTopics(admin, topicsOf(move), side + ".replication.throttled.replicas", "");
            }
        }
    }
}
