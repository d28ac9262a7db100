package io.kafkamastery.week02.availability;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;

/**
 * The third broker is shut down, misses some records, and is the only one alive afterwards. The other two are shut down in
 * order too: of a broker that was killed, the cluster would learn only seconds later.
 */
final class Storm {

    private static final Duration SHUT_DOWN = Duration.ofSeconds(40);
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private Storm() {}

    /**
     * Returns when none of these topics' partitions has a leader any more.
     *
     * @param meanwhile writes what the third broker misses
     */
    static void rage(KafkaCluster kafka, List<Topic> topics, Runnable meanwhile) {
        Broker first = kafka.brokers().get(0);
        Broker second = kafka.brokers().get(1);
        Broker third = kafka.brokers().get(2);
        third.stop();
        meanwhile.run();
        try (Background shutdown = Background.start("shutdown", first::stop)) {
            second.stop();
            shutdown.awaitNormalEnd(SHUT_DOWN, "Broker " + first.id() + " should shut down");
        }
        third.start();
        topics.stream()
                .flatMap(topic -> topic.allPartitions().stream())
                .forEach(partition -> ReplicaProbe.of(kafka, partition).awaitOffline(NOTICED));
    }

    /** Has the third broker lead this partition, whatever it lacks. */
    static void electTheThird(KafkaCluster kafka, TopicPartition partition) {
        try {
            Map<TopicPartition, Optional<Throwable>> outcome = kafka.admin()
                    .electLeaders(ElectionType.UNCLEAN, Set.of(partition))
                    .partitions()
                    .get(NOTICED.toSeconds(), TimeUnit.SECONDS);
            outcome.get(partition).ifPresent(failure -> {
                throw new AssertionError("The test could not elect a leader for " + partition, failure);
            });
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("The test could not elect a leader for " + partition + ": " + e, e);
        }
        ReplicaProbe.of(kafka, partition).awaitLeader(kafka.brokers().get(2).id(), NOTICED);
    }
}
