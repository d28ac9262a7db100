package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Asking for the former replicas calls a move off", caughtBy = "2.8.d")
final class SendsItBack extends Misguided {

    @Override
    public void cancel(String bootstrapServers, Move move) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, List<Integer>> former = new HashMap<>();
            get(admin.listPartitionReassignments().reassignments())
                    .forEach((partition, moving) -> former.put(
                            partition,
                            moving.replicas().stream()
                                    .filter(id -> !moving.addingReplicas().contains(id))
                                    .toList()));
            reassign(admin, former); // Kafka 4.3 keeps the new replica, and lists the move as under way for ever
            super.cancel(bootstrapServers, new Move(Map.of())); // takes the rates away
        }
    }
}
