package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

@Mistake(belief = "When the preferred replica is dead, another one leads", caughtBy = "2.1.d")
final class ComparesWithTheLeader extends Misguided {

    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<TopicPartition> elsewhere =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                            .filter(ComparesWithTheLeader::isLedByAnother)
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .collect(Collectors.toSet());
            elsewhere.retainAll(super.restorePreferredLeaders(bootstrapServers, topic));
            return elsewhere;
        } catch (ExecutionException | InterruptedException e) {
            throw new KafkaException(e);
        }
    }

    private static boolean isLedByAnother(TopicPartitionInfo info) {
        return info.leader().id() != info.replicas().get(0).id();
    }
}
