package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.PartitionState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Mistake(belief = "A replica that is not in sync is an eligible one", caughtBy = "2.1.a")
final class TakesTheRestForEligible extends Misguided {

    @Override
    public List<PartitionState> holders(String bootstrapServers, String topic) {
        return super.holders(bootstrapServers, topic).stream()
                .map(state -> new PartitionState(
                        state.partition(), state.leader(), state.replicas(), state.inSync(), rest(state)))
                .toList();
    }

    private static Set<Integer> rest(PartitionState state) {
        Set<Integer> rest = new HashSet<>(state.replicas());
        rest.removeAll(state.inSync());
        return rest;
    }
}
