package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "Whoever goes through listTopics() has taken the throttle off every topic", caughtBy = "2.8.e")
final class CleansUpWhatIsListed extends Misguided {

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            super.finish(bootstrapServers, move, timeout);
            Set<String> hidden = new HashSet<>(topicsOf(move));
            hidden.removeAll(get(admin.listTopics().names()));
            for (String side : List.of("leader", "follower")) {
                setOnTopics(admin, hidden, side + ".replication.throttled.replicas", "*");
            }
        }
    }
}
