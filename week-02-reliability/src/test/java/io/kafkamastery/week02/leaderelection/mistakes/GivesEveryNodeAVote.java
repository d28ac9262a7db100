package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.Quorum;
import java.util.HashMap;
import java.util.Map;

@Mistake(belief = "Every node of the cluster has a vote in the quorum", caughtBy = "2.1.e")
final class GivesEveryNodeAVote extends Misguided {

    @Override
    public Quorum quorum(String bootstrapServers) {
        Quorum right = super.quorum(bootstrapServers);
        Map<Integer, Long> everybody = new HashMap<>(right.voterLag());
        everybody.putAll(right.observerLag());
        return new Quorum(right.leader(), everybody, Map.of());
    }
}
