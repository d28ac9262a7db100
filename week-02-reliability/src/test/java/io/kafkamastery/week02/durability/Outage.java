package io.kafkamastery.week02.durability;

import static java.time.Duration.ofSeconds;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.ReplicaProbe;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.InterruptException;

/** What the tests do to the brokers that hold the only partition of a topic. */
final class Outage {

    private static final Duration ELECTION = ofSeconds(30);
    private static final Duration NOTICED = ofSeconds(30);
    private static final Duration SHUT_DOWN = ofSeconds(40);
    private static final Duration RETURN = ofSeconds(30);

    private final KafkaCluster kafka;
    private final TopicPartition partition;
    private final ReplicaProbe replicas;
    private final int leader;
    private final List<Broker> followers;

    private Outage(KafkaCluster kafka, TopicPartition partition) {
        this.kafka = kafka;
        this.partition = partition;
        this.replicas = ReplicaProbe.of(kafka, partition);
        ReplicaProbe.Holders holders = replicas.awaitAllInSync(RETURN);
        this.leader = holders.leader().orElseThrow();
        this.followers = holders.followers().stream().map(kafka::broker).toList();
    }

    /** Looks who holds the partition while all brokers are well. */
    static Outage at(KafkaCluster kafka, String topic) {
        return new Outage(kafka, new TopicPartition(topic, 0));
    }

    int leader() {
        return leader;
    }

    Broker leadingBroker() {
        return kafka.broker(leader);
    }

    List<Broker> followers() {
        return followers;
    }

    void killLeader() {
        leadingBroker().kill();
    }

    /** Waits until another broker leads, or says why none can. */
    void awaitAnotherLeader(Background... failFast) {
        failIfNobodyElseHoldsIt();
        replicas.awaitLeaderOtherThan(leader, ELECTION, failFast);
    }

    /**
     * The same where the leader will never come back. If none of the others may be elected, somebody is made leader all the
     * same, as whoever runs the cluster would do in the end.
     */
    void awaitAnotherLeaderAtAnyPrice() {
        failIfNobodyElseHoldsIt();
        Set<Integer> others = followers.stream().map(Broker::id).collect(Collectors.toSet());
        Await.within(RETURN)
                .until(
                        "the cluster to consist of brokers " + others,
                        () -> running().equals(others));
        try {
            kafka.admin()
                    .electLeaders(ElectionType.UNCLEAN, Set.of(partition))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ElectionNotNeededException)) {
                throw new ClusterException("No leader could be elected: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        replicas.awaitLeaderOtherThan(leader, ELECTION);
    }

    private Set<Integer> running() throws ExecutionException, InterruptedException {
        return kafka.admin().describeCluster().nodes().get().stream()
                .map(Node::id)
                .collect(Collectors.toSet());
    }

    private void failIfNobodyElseHoldsIt() {
        if (followers.isEmpty()) {
            throw new AssertionError("No other broker than " + leader + " holds the partition: when that one is killed,"
                    + " every order that it has acknowledged goes with it. A topic for orders needs more than one"
                    + " replica.");
        }
    }

    /** What is plain to see before anybody is killed, and would take long to show. */
    void failIfOneLossIsTooMuch() {
        failIfNobodyElseHoldsIt();
        int needed = minInSync();
        if (needed > followers.size()) {
            throw new AssertionError((followers.size() + 1) + " brokers hold the partition, and " + needed + " of them"
                    + " have to be in sync (min.insync.replicas): when one is lost, nobody takes orders any more.");
        }
    }

    private int minInSync() {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, partition.topic());
        try {
            return Integer.parseInt(kafka.admin()
                    .describeConfigs(List.of(topic))
                    .values()
                    .get(topic)
                    .get()
                    .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                    .value());
        } catch (ExecutionException e) {
            throw new ClusterException("The cluster does not tell the topic's settings: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    void freezeFollowers() {
        followers.forEach(Broker::pause);
    }

    /** How many bytes of the partition the leader has in its log, those that no follower has included. */
    long bytesOfTheLeader() {
        try {
            return kafka.admin().describeLogDirs(List.of(leader)).descriptions().get(leader).get().values().stream()
                    .map(folder -> folder.replicaInfos().get(partition))
                    .filter(Objects::nonNull)
                    .mapToLong(ReplicaInfo::size)
                    .sum();
        } catch (ExecutionException e) {
            throw new ClusterException("The leader does not say what it has: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    void thawFollowers() {
        followers.forEach(Broker::resume);
    }

    /** Shuts both followers down at the same time, and waits until the leader is told that it is alone. */
    void stopFollowersAtOnce() {
        List<Background> stopping = followers.stream()
                .map(follower -> Background.start("shutdown", follower::stop))
                .toList();
        stopping.forEach(one -> one.awaitNormalEnd(SHUT_DOWN, "A follower should shut down"));
        replicas.awaitInSync(Set.of(leader), NOTICED);
    }

    /** Shuts both followers down in order, one after the other; the leader is alone then. */
    void stopFollowers() {
        followers.forEach(Broker::stop);
        replicas.awaitInSync(Set.of(leader), NOTICED);
    }

    void startFollowers() {
        followers.forEach(Broker::start);
    }

    /** One of the two followers is back: that makes two of three, once it is in sync. */
    void bringOneFollowerBack() {
        followers.stream().findFirst().ifPresent(Broker::start);
    }

    /** Waits until every replica has what the leader has. */
    void awaitRecovery() {
        replicas.awaitAllInSync(RETURN);
    }
}
