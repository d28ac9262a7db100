package io.kafkamastery.week02.leaderelection.starter;

import io.kafkamastery.week02.leaderelection.Failover;
import io.kafkamastery.week02.leaderelection.FailoverObserver;
import io.kafkamastery.week02.leaderelection.PartitionState;
import io.kafkamastery.week02.leaderelection.Quorum;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Lab 2.1: yours to write. The contract, {@link FailoverObserver}, says what each method has to do. */
public final class MyFailoverObserver implements FailoverObserver {

    @Override
    public List<PartitionState> holders(String bootstrapServers, String topic) {
        throw new UnsupportedOperationException("TODO 2.1.a: ask the Admin client to describe the topic");
    }

    @Override
    public Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit) {
        throw new UnsupportedOperationException(
                "TODO 2.1.b: note the leader, run the fault, and ask until another broker leads");
    }

    @Override
    public void watchInSync(
            String bootstrapServers, TopicPartition partition, Consumer<Set<Integer>> changes, BooleanSupplier enough) {
        throw new UnsupportedOperationException(
                "TODO 2.1.c: hand over the in-sync replicas, and again whenever they have changed");
    }

    @Override
    public Set<TopicPartition> restorePreferredLeaders(String bootstrapServers, String topic) {
        throw new UnsupportedOperationException(
                "TODO 2.1.d: ask for an election, and look at the answer for each partition");
    }

    @Override
    public Quorum quorum(String bootstrapServers) {
        throw new UnsupportedOperationException("TODO 2.1.e: ask the Admin client to describe the metadata quorum");
    }

    /** Plays your observer against a cluster of your own: {@code localhost:9092}, or the address given as argument. */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        String topic = args.length > 1 ? args[1] : "orders";
        FailoverObserver observer = new MyFailoverObserver();

        observer.holders(bootstrapServers, topic).forEach(System.out::println);
        System.out.println(observer.quorum(bootstrapServers));
        System.out.println(observer.drill(
                bootstrapServers,
                new TopicPartition(topic, 0),
                () -> awaitEnter("Kill the leader of partition 0 in another terminal, and press Enter at once."),
                Duration.ofMinutes(1)));
        observer.holders(bootstrapServers, topic).forEach(System.out::println);
        awaitEnter("Bring the broker back, and press Enter some seconds later.");
        System.out.println(
                "Not led by their preferred replica: " + observer.restorePreferredLeaders(bootstrapServers, topic));
        observer.holders(bootstrapServers, topic).forEach(System.out::println);
    }

    private static void awaitEnter(String please) {
        System.out.println(please);
        Scanner keyboard = new Scanner(System.in);
        if (keyboard.hasNextLine()) {
            keyboard.nextLine();
        }
    }
}
