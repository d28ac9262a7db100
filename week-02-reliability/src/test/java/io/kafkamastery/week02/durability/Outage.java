package io.kafkamastery.week02.durability;

import static java.time.Duration.ofSeconds;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What the tests do to the brokers that hold the only partition of a topic. */
final class Outage {

    private static final Duration ELECTION = ofSeconds(30);
    private static final Duration NOTICED = ofSeconds(30);
    private static final Duration RETURN = ofSeconds(30);

    private final KafkaCluster kafka;
    private final ReplicaProbe replicas;
    private final int leader;
    private final List<Broker> followers;

    private Outage(KafkaCluster kafka, ReplicaProbe replicas, ReplicaProbe.Holders holders) {
        this.kafka = kafka;
        this.replicas = replicas;
        this.leader = holders.leader().orElseThrow();
        this.followers = holders.followers().stream().map(kafka::broker).toList();
    }

    /** Looks who holds the partition while all brokers are well. */
    static Outage at(KafkaCluster kafka, String topic) {
        ReplicaProbe replicas = ReplicaProbe.of(kafka, new TopicPartition(topic, 0));
        return new Outage(kafka, replicas, replicas.awaitAllInSync(RETURN));
    }

    int leader() {
        return leader;
    }

    void killLeader() {
        kafka.broker(leader).kill();
    }

    /** Waits until another broker leads, or says why none can. */
    void awaitAnotherLeader(Background... failFast) {
        if (followers.isEmpty()) {
            throw new AssertionError("Broker " + leader + " was killed, and no other broker holds the partition: every"
                    + " order that it had acknowledged went with it. A topic for orders needs more than one replica.");
        }
        replicas.awaitLeaderOtherThan(leader, ELECTION, failFast);
    }

    void freezeFollowers() {
        followers.forEach(Broker::pause);
    }

    void thawFollowers() {
        followers.forEach(Broker::resume);
    }

    /** Kills both followers, and waits until the leader is told that it is alone. */
    void killFollowers() {
        followers.forEach(Broker::kill);
        replicas.awaitInSync(Set.of(leader), NOTICED);
    }

    /** One of the killed followers is back: that makes two of three, once it is in sync. */
    void bringOneFollowerBack() {
        followers.stream().findFirst().ifPresent(Broker::start);
    }

    /** Waits until every replica has what the leader has. */
    void awaitRecovery() {
        replicas.awaitAllInSync(RETURN);
    }
}
