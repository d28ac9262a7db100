package io.kafkamastery.week02.observations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Brokers;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.lab.UsesKafka;
import io.kafkamastery.kit.probe.ReplicaProbe;
import io.kafkamastery.kit.probe.ReplicaProbe.Holders;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Who dies without a clean shutdown is no longer eligible when it returns: its last records may never have reached the
 * disk. If nobody eligible is left, the controller takes the last known leader.
 */
@UsesKafka
@Brokers(3)
@Requires(Capability.KILL)
class KilledBrokerIsNotEligibleTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void itMayNotLeadUntilTheLastKnownLeaderIsBack(
            KafkaCluster kafka, @TopicConfig(replication = 2, settings = "min.insync.replicas=2") Topic orders) {
        ReplicaProbe holders = ReplicaProbe.of(kafka, orders.partition(0));
        Holders healthy = holders.awaitAllInSync(SOON);
        Broker first = kafka.broker(healthy.leader().orElseThrow());
        Broker second = kafka.broker(healthy.followers().get(0));
        TopicWriter.of(kafka, orders.name()).writeValues(List.of("flat white", "espresso"));

        second.kill();
        holders.awaitInSync(Set.of(first.id()), SOON);
        first.kill();
        assertThat(holders.awaitOffline(SOON).eligible())
                .as("eligible while both are down")
                .containsExactlyInAnyOrder(first.id(), second.id());

        second.start();
        Holders halfBack = holders.await(
                "broker " + second.id() + " to lose its eligibility",
                now -> !now.eligible().contains(second.id()),
                SOON);
        assertThat(halfBack.leader())
                .as("leader while only the killed follower is back")
                .isEmpty();

        first.start();
        holders.awaitLeader(first.id(), SOON);
        holders.awaitAllInSync(SOON);
        assertThat(TopicProbe.of(kafka, orders.name()).values()).containsExactly("flat white", "espresso");
    }
}
