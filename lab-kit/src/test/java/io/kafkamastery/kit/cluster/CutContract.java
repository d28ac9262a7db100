package io.kafkamastery.kit.cluster;

import static io.kafkamastery.kit.cluster.ClusterUse.NONE;
import static io.kafkamastery.kit.cluster.ClusterUse.RECORDS;
import static io.kafkamastery.kit.cluster.ClusterUse.createTopic;
import static io.kafkamastery.kit.cluster.ClusterUse.eventually;
import static io.kafkamastery.kit.cluster.ClusterUse.inSync;
import static io.kafkamastery.kit.cluster.ClusterUse.leader;
import static io.kafkamastery.kit.cluster.ClusterUse.leadingBroker;
import static io.kafkamastery.kit.cluster.ClusterUse.partition;
import static io.kafkamastery.kit.cluster.ClusterUse.produce;
import static io.kafkamastery.kit.cluster.ClusterUse.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What every backend that can cut brokers off promises to labs. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
public abstract class CutContract {

    /** Longer than the session of a broker, so that a broker which is not fenced by then stays. */
    private static final int UNANSWERED_MILLIS = 4_000;

    private KafkaCluster three;

    /** A backend that works here; or a failed assumption that says why there is none. */
    protected abstract Backend backend();

    @BeforeAll
    void startCluster() {
        three = backend().start(ClusterSpec.of(3).withCuttableConnections());
    }

    @AfterEach
    void healCluster() {
        three.heal();
    }

    @AfterAll
    void closeCluster() {
        if (three != null) {
            three.close();
        }
    }

    @Test
    void leavesALeaderThatTheClusterHasReplacedToItsClients() throws Exception {
        String topic = createTopic(three, 3);
        produce(three, topic);
        Broker leader = leadingBroker(three, topic);
        try (var client = new KafkaProducer<>(oneAckFrom(leader), new StringSerializer(), new StringSerializer())) {
            client.send(new ProducerRecord<>(topic, "kept")).get();
            eventually("the followers to have it too", () -> read(three, topic).size() == RECORDS + 1);
            leader.cutOffFromCluster();
            // Whomever the client asks, only the leader of the past answers.
            three.brokers().stream()
                    .filter(broker -> broker.id() != leader.id())
                    .forEach(Broker::cutOffFromClients);
            eventually("another leader", () -> !Set.of(NONE, leader.id()).contains(leader(three, topic)));

            assertThat(leader.isRunning()).isTrue();
            for (int i = 0; i < 20; i++) {
                assertThat(leader(three, topic))
                        .as("who leads, as the kit's Admin client hears it")
                        .isNotEqualTo(leader.id());
            }
            // Nobody has told the leader of the past, and it acknowledges.
            assertThat(client.send(new ProducerRecord<>(topic, "lost")).get().offset())
                    .isEqualTo(RECORDS + 1);
        }
        three.brokers().forEach(Broker::reconnect);
        // Asked too early, the former leader would still say that it leads, and that all are in sync.
        eventually("the former leader in sync behind another", () -> {
            TopicPartitionInfo now = partition(three, topic);
            return now.leader().id() != leader.id() && now.isr().stream().anyMatch(node -> node.id() == leader.id());
        });
        assertThat(read(three, topic)).hasSize(RECORDS + 1).doesNotContain("lost");
    }

    @Test
    void leavesABrokerThatItsClientsCannotReachToTheCluster() throws Exception {
        String led = createTopic(three, 3);
        Broker broker = leadingBroker(three, led);
        String followed = createTopic(three, 3);

        broker.cutOffFromClients();

        assertThat(broker.isRunning()).isTrue();
        assertUnreachable(broker);
        assertThat(leader(three, led)).isEqualTo(broker.id());
        assertThat(inSync(three, led)).hasSize(3);
        assertThat(three.admin().describeCluster().nodes().get())
                .extracting(Node::id)
                .contains(broker.id());
        if (leader(three, followed) != broker.id()) {
            produce(three, followed);
            assertThat(inSync(three, followed)).hasSize(3);
        }
        broker.reconnect();
        broker.reconnect(); // once more does nothing
        produce(three, led);
        assertThat(read(three, led)).hasSize(RECORDS);
    }

    @Test
    void cutsABrokerOffFromEverybodyWhileItLives() throws Exception {
        String topic = createTopic(three, 3);
        Broker leader = leadingBroker(three, topic);

        leader.cutOff();
        leader.cutOff(); // once more does nothing

        assertUnreachable(leader);
        assertThat(leader.isRunning()).isTrue();
        eventually("another leader", () -> !Set.of(NONE, leader.id()).contains(leader(three, topic)));
        eventually("a smaller ISR", () -> !inSync(three, topic).contains(leader.id()));
        produce(three, topic);
        leader.reconnect();
        eventually("a full ISR", () -> inSync(three, topic).size() == 3);
        assertThat(read(three, topic)).hasSize(RECORDS);
    }

    @Test
    void mendsAWayOnlyWhenNeitherEndIsCutOff() throws Exception {
        String topic = createTopic(three, 3);
        Broker first = three.broker(leadingBroker(three, topic).id() % 3 + 1);
        Broker second = three.broker(first.id() % 3 + 1);
        first.cutOff();
        second.cutOff();

        first.reconnect();

        eventually(
                "only one of the two in sync",
                () -> inSync(three, topic).contains(first.id())
                        && !inSync(three, topic).contains(second.id()));
        assertUnreachable(second);
    }

    @Test
    void healsWhateverWasCut() throws Exception {
        String topic = createTopic(three, 3);
        produce(three, topic);
        three.broker(1).cutOff();
        three.broker(2).cutOffFromCluster();
        three.broker(3).cutOffFromClients();
        three.broker(3).kill();

        three.heal();

        assertThat(inSync(three, topic)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(read(three, topic)).hasSize(RECORDS);
    }

    @Test
    void refusesToStartABrokerThatTheControllerCannotLetIn() {
        Broker broker = three.broker(2);
        broker.cutOffFromCluster();
        broker.kill();

        assertThatThrownBy(broker::start)
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("cut off")
                .hasMessageContaining("reconnect()");
        broker.reconnect();
        broker.start();
        assertThat(broker.isRunning()).isTrue();
    }

    @Test
    void cutsTheClientsOfASingleBroker() throws Exception {
        try (KafkaCluster one = backend().start(ClusterSpec.of(1).withCuttableConnections())) {
            assertThat(one.capabilities()).contains(Capability.CUT);
            String topic = createTopic(one, 1);

            one.broker(1).cutOff();
            assertUnreachable(one.broker(1));
            one.broker(1).reconnect();

            produce(one, topic);
            assertThat(read(one, topic)).hasSize(RECORDS);
        }
    }

    private static void assertUnreachable(Broker broker) {
        try (Admin admin = KitAdmin.connect(configOf(broker))) {
            assertThatThrownBy(() -> admin.describeCluster(new DescribeClusterOptions().timeoutMs(UNANSWERED_MILLIS))
                            .nodes()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    private static Map<String, Object> oneAckFrom(Broker broker) {
        Map<String, Object> config = new HashMap<>(configOf(broker));
        config.put(ProducerConfig.ACKS_CONFIG, "1");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }

    private static Map<String, Object> configOf(Broker broker) {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.address());
    }
}
