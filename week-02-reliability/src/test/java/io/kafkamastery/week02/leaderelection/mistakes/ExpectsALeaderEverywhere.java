package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.PartitionState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

@Mistake(belief = "Every partition has a leader", caughtBy = "2.1.a")
final class ExpectsALeaderEverywhere extends Misguided {

    @Override
    public List<PartitionState> holders(String bootstrapServers, String topic) {
        List<PartitionState> states = new ArrayList<>();
        try (Admin admin = connect(bootstrapServers)) {
            for (TopicPartitionInfo info : admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()) {
                states.add(new PartitionState(
                        info.partition(),
                        OptionalInt.of(info.leader().id()),
                        info.replicas().stream().map(Node::id).toList(),
                        ids(info.isr()),
                        ids(info.elr())));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new KafkaException(e);
        }
        return states;
    }

    private static Set<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toSet());
    }
}
