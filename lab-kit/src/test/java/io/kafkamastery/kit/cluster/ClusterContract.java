package io.kafkamastery.kit.cluster;

import static io.kafkamastery.kit.cluster.ClusterUse.NONE;
import static io.kafkamastery.kit.cluster.ClusterUse.RECORDS;
import static io.kafkamastery.kit.cluster.ClusterUse.createTopic;
import static io.kafkamastery.kit.cluster.ClusterUse.eventually;
import static io.kafkamastery.kit.cluster.ClusterUse.inSync;
import static io.kafkamastery.kit.cluster.ClusterUse.leader;
import static io.kafkamastery.kit.cluster.ClusterUse.leadingBroker;
import static io.kafkamastery.kit.cluster.ClusterUse.produce;
import static io.kafkamastery.kit.cluster.ClusterUse.read;
import static io.kafkamastery.kit.cluster.ClusterUse.topicName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What every backend that starts its own clusters promises to labs. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
public abstract class ClusterContract {

    private KafkaCluster one;
    private KafkaCluster three;

    /** A backend that works here; or a failed assumption that says why there is none. */
    protected abstract Backend backend();

    @BeforeAll
    void startClusters() {
        Backend backend = backend();
        one = backend.start(ClusterSpec.of(1).with(Map.of("log.retention.hours", "77")));
        three = backend.start(ClusterSpec.of(3));
    }

    @AfterEach
    void healClusters() {
        one.heal();
        three.heal();
    }

    @AfterAll
    void closeClusters() {
        for (KafkaCluster cluster : new KafkaCluster[] {one, three}) {
            if (cluster != null) {
                cluster.close();
                cluster.close(); // a second time does nothing
            }
        }
    }

    @Test
    void servesClientsWithOneBroker() throws Exception {
        String topic = createTopic(one, 1);
        produce(one, topic);

        assertThat(read(one, topic)).hasSize(RECORDS);
        assertThat(one.brokers()).singleElement().satisfies(broker -> {
            assertThat(broker.id()).isEqualTo(1);
            assertThat(broker.address()).isEqualTo(one.bootstrapServers());
            assertThat(broker.isRunning()).isTrue();
        });
    }

    @Test
    void servesClientsWithThreeBrokers() throws Exception {
        String topic = createTopic(three, 3);
        produce(three, topic);

        assertThat(read(three, topic)).hasSize(RECORDS);
        assertThat(three.bootstrapServers().split(",")).hasSize(3).doesNotHaveDuplicates();
        assertThat(three.admin().describeCluster().nodes().get())
                .extracting(Node::id)
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void appliesTheSettingsOfTheKitAndOfTheSpecification() throws Exception {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        var config = one.admin().describeConfigs(List.of(broker)).all().get().get(broker);

        assertThat(config.get("auto.create.topics.enable").value()).isEqualTo("false");
        assertThat(config.get("log.retention.hours").value()).isEqualTo("77");
    }

    @Test
    void keepsTheDataAndAddressOfAKilledBroker() throws Exception {
        String topic = createTopic(one, 1);
        produce(one, topic);
        String address = one.broker(1).address();

        one.broker(1).kill();
        assertThat(one.broker(1).isRunning()).isFalse();
        one.broker(1).kill(); // does nothing to a dead one
        one.broker(1).start();

        assertThat(one.broker(1).isRunning()).isTrue();
        assertThat(one.broker(1).address()).isEqualTo(address);
        assertThat(read(one, topic)).hasSize(RECORDS);
    }

    @Test
    void stopsABrokerInOrder() throws Exception {
        String topic = createTopic(three, 3);
        Broker leader = leadingBroker(three, topic);

        leader.stop();

        assertThat(leader.isRunning()).isFalse();
        // An orderly shutdown hands over first: no session has to end before the others know.
        eventually("another leader", () -> leader(three, topic) != leader.id());
        leader.start();
        eventually(
                "the stopped broker in sync again", () -> inSync(three, topic).contains(leader.id()));
    }

    @Test
    void electsAnotherLeaderWhenTheLeaderIsKilled() throws Exception {
        String topic = createTopic(three, 3);
        produce(three, topic);
        Broker leader = leadingBroker(three, topic);

        leader.kill();

        eventually("another leader", () -> !Set.of(NONE, leader.id()).contains(leader(three, topic)));
        produce(three, topic);
        leader.start();
        eventually("the killed broker in sync again", () -> inSync(three, topic).contains(leader.id()));
        assertThat(read(three, topic)).hasSize(2 * RECORDS);
    }

    @Test
    void freezesAndResumesABroker() throws Exception {
        String topic = createTopic(three, 3);
        Broker follower = three.broker(leadingBroker(three, topic).id() % 3 + 1);

        follower.pause();
        follower.pause(); // once more does nothing

        assertThat(follower.isRunning()).as("a frozen broker still exists").isTrue();
        eventually("a smaller ISR", () -> !inSync(three, topic).contains(follower.id()));
        follower.resume();
        follower.resume(); // once more does nothing
        eventually("a full ISR", () -> inSync(three, topic).size() == 3);
    }

    @Test
    void startsABrokerWhileAnotherIsFrozen() {
        three.broker(1).pause();
        three.broker(2).kill();

        three.broker(2).start();

        assertThat(three.broker(2).isRunning()).isTrue();
    }

    @Test
    void killsAFrozenBroker() {
        three.broker(2).pause();

        three.broker(2).kill();

        assertThat(three.broker(2).isRunning()).isFalse();
    }

    @Test
    void addsABrokerAndTakesItAwayWithoutItsRecords() throws Exception {
        Broker added = three.addBroker();
        assertThat(added.id()).isEqualTo(4);
        assertThat(three.brokers()).extracting(Broker::id).containsExactly(1, 2, 3, 4);
        String topic = topicName();
        three.admin()
                .createTopics(List.of(new NewTopic(topic, Map.of(0, List.of(4, 1)))))
                .all()
                .get();
        produce(three, topic);
        assertThat(leader(three, topic)).isEqualTo(4);

        three.heal();

        assertThat(three.brokers()).extracting(Broker::id).containsExactly(1, 2, 3);
        assertThat(three.admin().describeCluster().nodes().get())
                .extracting(Node::id)
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(inSync(three, topic)).hasSize(2).doesNotContain(4);
        assertThat(read(three, topic)).hasSize(RECORDS);
    }

    @Test
    void addsABrokerBesideASingleOneAgainAndAgain() throws Exception {
        for (int round = 0; round < 2; round++) {
            Broker added = one.addBroker();
            assertThat(added.id()).isEqualTo(2);
            String topic = createTopic(one, 2);
            assertThat(inSync(one, topic)).containsExactlyInAnyOrder(1, 2);

            one.heal();

            assertThat(one.brokers()).extracting(Broker::id).containsExactly(1);
        }
    }

    @Test
    void healsWhateverWasDone() throws Exception {
        String topic = createTopic(three, 3);
        produce(three, topic);
        three.addBroker().pause();
        three.broker(1).kill();
        three.broker(2).pause();
        three.broker(3).stop();

        three.heal();

        assertThat(three.brokers()).extracting(Broker::id).containsExactly(1, 2, 3);
        assertThat(inSync(three, topic)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(read(three, topic)).hasSize(RECORDS);
    }

    @Test
    void healsABrokerThatWasKilledJustNowWithAllThatItHeldAndLed() throws Exception {
        String held = topicName();
        String led = topicName();
        three.admin()
                .createTopics(List.of(
                        new NewTopic(held, Map.of(0, List.of(2))), new NewTopic(led, Map.of(0, List.of(2, 3, 1)))))
                .all()
                .get();
        eventually("a full ISR", () -> inSync(three, led).size() == 3);
        produce(three, held);
        produce(three, led);
        three.broker(2).kill();
        three.broker(3).kill();

        three.heal();

        assertThat(leader(three, led)).isEqualTo(2);
        assertThat(inSync(three, led)).hasSize(3);
        assertThat(read(three, held)).hasSize(RECORDS);
        assertThat(read(three, led)).hasSize(RECORDS);
    }

    /** Whoever kept the address of one that came back might find another there, which does not say that it is another. */
    @Test
    void letsBrokersFindThoseThatCameBackInAnotherOrder() throws Exception {
        String ledByOne = topicName();
        String ledByThree = topicName();
        three.admin()
                .createTopics(List.of(
                        new NewTopic(ledByOne, Map.of(0, List.of(1, 2))),
                        new NewTopic(ledByThree, Map.of(0, List.of(3, 2)))))
                .all()
                .get();
        for (List<Integer> order : List.of(List.of(1, 3), List.of(3, 1))) {
            order.forEach(id -> three.broker(id).kill());
            order.forEach(id -> three.broker(id).start());
            three.heal(); // makes broker 2 a follower of both again

            produce(three, ledByOne);
            produce(three, ledByThree);
        }
        assertThat(inSync(three, ledByOne)).containsExactlyInAnyOrder(1, 2);
        assertThat(inSync(three, ledByThree)).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void cutsNoConnectionUnlessAskedFor() {
        assertThat(three.capabilities()).doesNotContain(Capability.CUT);
        assertThatThrownBy(() -> three.broker(1).cutOff())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("cuttable = true");
    }

    @Test
    void showsTheLogDirectoryOfARunningAndOfADeadBroker() throws Exception {
        String topic = createTopic(one, 1);
        produce(one, topic);

        assertThat(segmentBytes(one.broker(1).logDirectory(), topic)).isPositive();
        one.broker(1).kill();
        assertThat(segmentBytes(one.broker(1).logDirectory(), topic)).isPositive();
    }

    @Test
    void showsTheLastLinesOfTheLog() {
        assertThat(one.broker(1).logTail(5)).hasSize(5);
        three.broker(2).kill();
        assertThat(three.broker(2).logTail(100)).hasSize(100).anyMatch(line -> line.contains(" INFO "));
    }

    @Test
    void saysWhatKafkaSaidAboutASettingThatItRefuses() {
        ClusterSpec wrong = ClusterSpec.of(1).with(Map.of("log.retention.hours", "soon"));

        assertThatThrownBy(() -> backend().start(wrong))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("log.retention.hours");
    }

    private static long segmentBytes(Path logDirectory, String topic) throws IOException {
        try (Stream<Path> files = Files.list(logDirectory.resolve(topic + "-0"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
