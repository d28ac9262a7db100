package io.kafkamastery.week01.environment.starter;

import io.kafkamastery.week01.environment.ClusterReport;
import io.kafkamastery.week01.environment.ClusterTour;
import io.kafkamastery.week01.environment.TopicOutcome;
import java.time.Duration;
import java.util.Set;

/** Lab 1.1: yours to write. The contract, {@link ClusterTour}, says what each method has to do. */
public final class MyClusterTour implements ClusterTour {

    @Override
    public ClusterReport describe(String bootstrapServers, Duration timeout) {
        throw new UnsupportedOperationException(
                "TODO 1.1.a: create an Admin client and ask it for the cluster, the metadata quorum and the brokers");
    }

    @Override
    public TopicOutcome ensureTopic(String bootstrapServers, String topic, int partitions, Duration timeout) {
        throw new UnsupportedOperationException(
                "TODO 1.1.b: create the topic, then wait until every partition has a leader");
    }

    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        throw new UnsupportedOperationException("TODO 1.1.d: list the topics, without Kafka's internal ones");
    }

    /** Plays your tour against a cluster of your own: {@code localhost:9092}, or the address given as argument. */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        Duration timeout = Duration.ofSeconds(5);
        ClusterTour tour = new MyClusterTour();

        System.out.println(tour.describe(bootstrapServers, timeout));
        System.out.println("orders: " + tour.ensureTopic(bootstrapServers, "orders", 3, timeout));
        System.out.println("topics: " + tour.userTopics(bootstrapServers, timeout));
    }
}
