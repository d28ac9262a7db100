package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.PartitionState;
import java.util.List;
import java.util.Set;

@Mistake(belief = "Who is not in sync cannot lead", caughtBy = "2.1.a")
final class LeavesOutTheEligible extends Misguided {

    @Override
    public List<PartitionState> holders(String bootstrapServers, String topic) {
        return super.holders(bootstrapServers, topic).stream()
                .map(state -> new PartitionState(
                        state.partition(), state.leader(), state.replicas(), state.inSync(), Set.of()))
                .toList();
    }
}
