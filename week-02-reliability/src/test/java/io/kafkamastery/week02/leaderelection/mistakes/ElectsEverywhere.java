package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.PreferredLeaderNotAvailableException;

@Mistake(belief = "Without partitions, an election is about those at hand", caughtBy = "2.1.d")
final class ElectsEverywhere extends Misguided {

    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        try (Admin admin = connect(bootstrapServers)) {
            return admin.electLeaders(ElectionType.PREFERRED, null).partitions().get().entrySet().stream()
                    .filter(answer -> answer.getKey().topic().equals(topic))
                    .filter(answer -> answer.getValue().orElse(null) instanceof PreferredLeaderNotAvailableException)
                    .map(answer -> answer.getKey())
                    .collect(Collectors.toSet());
        } catch (ExecutionException | InterruptedException e) {
            throw new KafkaException(e);
        }
    }
}
