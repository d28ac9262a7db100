package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;

@Mistake(belief = "When the controller has accepted a reassignment, the replicas have moved", caughtBy = "2.8.c")
final class TakesAcceptedForDone extends Misguided {

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        // Nothing to wait for: alterPartitionReassignments() has returned.
    }
}
