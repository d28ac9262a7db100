package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "A rate on the brokers throttles all replication", caughtBy = "2.8.c")
final class SetsARateForNobody extends Misguided {

    @Override
    public Move startSpreading(String bootstrapServers, Set<String> topics, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Move move = super.startSpreading(bootstrapServers, topics, bytesPerSecond);
            super.cancel(bootstrapServers, move); // to have its plan without its throttle
            setOnBrokers(
                    admin, bytesPerSecond, "leader.replication.throttled.rate", "follower.replication.throttled.rate");
            return reassign(admin, move.replicas());
        }
    }
}
