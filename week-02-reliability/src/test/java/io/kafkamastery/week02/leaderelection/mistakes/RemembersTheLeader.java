package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.Failover;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer answers from what it knows about its own partitions, and refreshes that while it polls, or after minutes. */
@Mistake(belief = "partitionsFor() asks the cluster", caughtBy = "2.1.b")
final class RemembersTheLeader extends Misguided {

    @Override
    public Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            Node former = leader(consumer, partition);
            fault.run();
            long begun = System.nanoTime();
            Node leader = leader(consumer, partition);
            while (leader.id() == former.id()) {
                if (System.nanoTime() - begun > limit.toNanos()) {
                    throw new IllegalStateException("There is no other leader");
                }
                pause();
                leader = leader(consumer, partition);
            }
            return new Failover(former.id(), leader.id(), Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static Node leader(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.partitionsFor(partition.topic())
                .get(partition.partition())
                .leader();
    }
}
