package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.errors.TimeoutException;

@Mistake(belief = "When the move is over, so is its throttle", caughtBy = "2.8.c")
final class LeavesTheThrottleBehind extends Misguided {

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            long end = System.nanoTime() + timeout.toNanos();
            while (!moving(admin).isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new TimeoutException("Still moving");
                }
            }
            get(admin.electLeaders(ElectionType.PREFERRED, move.replicas().keySet())
                    .partitions());
        }
    }
}
