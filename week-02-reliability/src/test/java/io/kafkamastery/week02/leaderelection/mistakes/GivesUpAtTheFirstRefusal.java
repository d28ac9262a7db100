package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "all() fails only if nothing was done", caughtBy = "2.1.d")
final class GivesUpAtTheFirstRefusal extends Misguided {

    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        Set<TopicPartition> partitions = holders(bootstrapServers, topic).stream()
                .map(state -> new TopicPartition(topic, state.partition()))
                .collect(Collectors.toSet());
        try (Admin admin = connect(bootstrapServers)) {
            admin.electLeaders(ElectionType.PREFERRED, partitions).all().get();
            return Set.of();
        } catch (ExecutionException | InterruptedException e) {
            throw new KafkaException("The preferred leaders could not be restored", e);
        }
    }
}
