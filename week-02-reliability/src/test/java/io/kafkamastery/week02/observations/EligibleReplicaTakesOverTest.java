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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.ElectionType;
import org.junit.jupiter.api.Test;

/**
 * A replica that left the in-sync set when that fell below the minimum may still lead (KIP-966): below the minimum no
 * reader was shown anything, so it misses nothing that counts. The old leader throws away what it alone had.
 */
@UsesKafka
@Brokers(3)
@Requires(Capability.KILL)
class EligibleReplicaTakesOverTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void itLeadsAndTheOldLeaderFollowsItsLog(
            KafkaCluster kafka, @TopicConfig(replication = 2, settings = "min.insync.replicas=2") Topic orders)
            throws Exception {
        ReplicaProbe holders = ReplicaProbe.of(kafka, orders.partition(0));
        Holders healthy = holders.awaitAllInSync(SOON);
        Broker first = kafka.broker(healthy.leader().orElseThrow());
        Broker second = kafka.broker(healthy.followers().get(0));
        send(kafka, orders, "all", "on both");

        second.stop(); // in order: what it has is on disk
        Holders alone = holders.awaitInSync(Set.of(first.id()), SOON);
        assertThat(alone.eligible()).as("eligible beside a lonely leader").containsExactly(second.id());
        RecordMetadata unseen = send(kafka, orders, "1", "on the first alone");
        assertThat(TopicProbe.of(kafka, orders.name()).values())
                .as("what a reader is shown below the minimum")
                .containsExactly("on both");

        first.kill();
        assertThat(holders.awaitOffline(SOON).eligible())
                .as("eligible when nobody is left in sync")
                .containsExactlyInAnyOrder(first.id(), second.id());

        second.start();
        holders.awaitLeader(second.id(), SOON);
        RecordMetadata next = send(kafka, orders, "1", "after the election");
        assertThat(next.offset()).as("offset of the next record").isEqualTo(unseen.offset());

        first.start();
        holders.awaitAllInSync(SOON);
        kafka.admin()
                .electLeaders(ElectionType.PREFERRED, Set.of(orders.partition(0)))
                .all()
                .get();
        holders.awaitLeader(first.id(), SOON);
        List<ConsumerRecord<String, String>> kept =
                TopicProbe.of(kafka, orders.name()).strings();
        assertThat(kept)
                .as("the log of the old leader, now that it leads again")
                .extracting(ConsumerRecord::value)
                .containsExactly("on both", "after the election");
        assertThat(epochOf(kept.get(1))).as("leader epoch of the later record").isGreaterThan(epochOf(kept.get(0)));
    }

    private static int epochOf(ConsumerRecord<String, String> record) {
        Optional<Integer> epoch = record.leaderEpoch();
        return epoch.orElseThrow();
    }

    private static RecordMetadata send(KafkaCluster kafka, Topic topic, String acks, String value) throws Exception {
        Map<String, Object> settings =
                Map.of(ProducerConfig.ACKS_CONFIG, acks, ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        try (KafkaProducer<String, String> producer = new Clients(kafka).producer(settings)) {
            return producer.send(new ProducerRecord<>(topic.name(), value)).get();
        }
    }
}
