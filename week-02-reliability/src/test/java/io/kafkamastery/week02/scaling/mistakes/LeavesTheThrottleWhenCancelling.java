package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Only a finished move has something to clean up", caughtBy = "2.8.d")
final class LeavesTheThrottleWhenCancelling extends Misguided {

    @Override
    public void cancel(String bootstrapServers, Move move) {
        try (Admin admin = connect(bootstrapServers)) {
            Map<TopicPartition, Optional<NewPartitionReassignment>> cancellations = new HashMap<>();
            moving(admin).forEach(partition -> cancellations.put(partition, Optional.empty()));
            get(admin.alterPartitionReassignments(cancellations).all());
        }
    }
}
