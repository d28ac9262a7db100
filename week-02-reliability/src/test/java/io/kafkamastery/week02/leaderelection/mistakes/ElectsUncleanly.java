package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ElectionNotNeededException;

@Mistake(belief = "Every election starts from the first replica; an unclean one just insists", caughtBy = "2.1.d")
final class ElectsUncleanly extends Misguided {

    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        Set<TopicPartition> partitions = holders(bootstrapServers, topic).stream()
                .map(state -> new TopicPartition(topic, state.partition()))
                .collect(Collectors.toSet());
        try (Admin admin = connect(bootstrapServers)) {
            return admin.electLeaders(ElectionType.UNCLEAN, partitions).partitions().get().entrySet().stream()
                    .filter(answer -> answer.getValue().isPresent()
                            && !(answer.getValue().get() instanceof ElectionNotNeededException))
                    .map(answer -> answer.getKey())
                    .collect(Collectors.toSet());
        } catch (ExecutionException | InterruptedException e) {
            throw new KafkaException(e);
        }
    }
}
