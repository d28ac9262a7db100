package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.PartitionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

@Mistake(
        belief = "All is well once the leader is the first of the replicas, whichever of the two is moved",
        caughtBy = "2.1.d")
final class MakesTheLeaderThePreferredOne extends Misguided {

    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        Map<TopicPartition, Optional<NewPartitionReassignment>> reordered = new HashMap<>();
        for (PartitionState state : holders(bootstrapServers, topic)) {
            int leader = state.leader().orElse(state.replicas().get(0));
            List<Integer> replicas = new ArrayList<>(state.replicas());
            replicas.remove(Integer.valueOf(leader));
            replicas.add(0, leader);
            if (!replicas.equals(state.replicas())) {
                reordered.put(
                        new TopicPartition(topic, state.partition()),
                        Optional.of(new NewPartitionReassignment(replicas)));
            }
        }
        try (Admin admin = connect(bootstrapServers)) {
            admin.alterPartitionReassignments(reordered).all().get();
            return Set.of();
        } catch (ExecutionException | InterruptedException e) {
            throw new KafkaException(e);
        }
    }
}
