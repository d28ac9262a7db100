package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.Failover;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

@Mistake(belief = "The replica that is next in the list takes over, in sync or not", caughtBy = "2.1.b")
final class ExpectsTheNextReplica extends Misguided {

    @Override
    public Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit) {
        try (Admin admin = connect(bootstrapServers)) {
            int former = describe(admin, partition).leader().id();
            List<Integer> replicas =
                    describe(admin, partition).replicas().stream().map(Node::id).toList();
            int next = replicas.get((replicas.indexOf(former) + 1) % replicas.size());
            fault.run();
            long begun = System.nanoTime();
            while (!isLedBy(next, describe(admin, partition)) || next == former) {
                if (System.nanoTime() - begun > limit.toNanos()) {
                    throw new IllegalStateException("Broker " + next + " did not take over");
                }
                pause();
            }
            return new Failover(former, next, Duration.ofNanos(System.nanoTime() - begun));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new KafkaException(e);
        }
    }

    private static boolean isLedBy(int broker, TopicPartitionInfo partition) {
        return partition.leader() != null && partition.leader().id() == broker;
    }
}
