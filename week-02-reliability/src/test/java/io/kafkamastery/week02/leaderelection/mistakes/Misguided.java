package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.week02.leaderelection.Failover;
import io.kafkamastery.week02.leaderelection.FailoverObserver;
import io.kafkamastery.week02.leaderelection.PartitionState;
import io.kafkamastery.week02.leaderelection.Quorum;
import io.kafkamastery.week02.leaderelection.solution.FailoverObserverSolution;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.InterruptException;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements FailoverObserver {

    private final FailoverObserver right = new FailoverObserverSolution();

    @Override
    public List<PartitionState> holders(String bootstrapServers, String topic) {
        return right.holders(bootstrapServers, topic);
    }

    @Override
    public Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit) {
        return right.drill(bootstrapServers, partition, fault, limit);
    }

    @Override
    public void watchInSync(
            String bootstrapServers, TopicPartition partition, Consumer<Set<Integer>> changes, BooleanSupplier enough) {
        right.watchInSync(bootstrapServers, partition, changes, enough);
    }

    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        return right.restorePreferredLeaders(bootstrapServers, topic);
    }

    @Override
    public Quorum quorum(String bootstrapServers) {
        return right.quorum(bootstrapServers);
    }

    static Admin connect(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    static TopicPartitionInfo describe(Admin admin, TopicPartition partition) throws Exception {
        TopicDescription topic = admin.describeTopics(List.of(partition.topic()))
                .allTopicNames()
                .get()
                .get(partition.topic());
        return topic.partitions().get(partition.partition());
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
