package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.Quorum;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.QuorumInfo.ReplicaState;
import org.apache.kafka.common.KafkaException;

@Mistake(belief = "Lag is the time since a node has caught up", caughtBy = "2.1.e")
final class MeasuresLagInMilliseconds extends Misguided {

    @Override
    public Quorum quorum(String bootstrapServers) {
        try (Admin admin = connect(bootstrapServers)) {
            QuorumInfo quorum = admin.describeMetadataQuorum().quorumInfo().get();
            return new Quorum(quorum.leaderId(), lag(quorum.voters()), lag(quorum.observers()));
        } catch (ExecutionException | InterruptedException e) {
            throw new KafkaException(e);
        }
    }

    private static Map<Integer, Long> lag(List<ReplicaState> nodes) {
        long now = System.currentTimeMillis();
        return nodes.stream()
                .collect(Collectors.toMap(
                        ReplicaState::replicaId,
                        node -> now - node.lastCaughtUpTimestamp().orElse(now)));
    }
}
