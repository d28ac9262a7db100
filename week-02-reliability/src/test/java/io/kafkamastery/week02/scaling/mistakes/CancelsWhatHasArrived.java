package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Whatever a move began with is still moving when it is cancelled", caughtBy = "2.8.d")
final class CancelsWhatHasArrived extends Misguided {

    @Override
    public void cancel(String bootstrapServers, Move move) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, Optional<NewPartitionReassignment>> cancellations = new HashMap<>();
            move.replicas().keySet().forEach(partition -> cancellations.put(partition, Optional.empty()));
            get(admin.alterPartitionReassignments(cancellations).all());
            super.cancel(bootstrapServers, move);
        }
    }
}
