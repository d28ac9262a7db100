package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.Quorum;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;

@Mistake(belief = "A node that does not read along is no observer", caughtBy = "2.1.e")
final class LeavesOutTheDead extends Misguided {

    @Override
    public Quorum quorum(String bootstrapServers) {
        Quorum right = super.quorum(bootstrapServers);
        try (Admin admin = connect(bootstrapServers)) {
            Set<Integer> alive =
                    admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toSet());
            Map<Integer, Long> observers = new HashMap<>(right.observerLag());
            observers.keySet().retainAll(alive);
            return new Quorum(right.leader(), right.voterLag(), observers);
        } catch (ExecutionException | InterruptedException e) {
            throw new KafkaException(e);
        }
    }
}
