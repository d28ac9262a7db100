package io.kafkamastery.kit.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.ClusterSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeSettingsTest {

    private static final NodeSettings ONE = new NodeSettings(ClusterSpec.of(1), "an-id", "127.0.0.1");
    private static final NodeSettings THREE = new NodeSettings(ClusterSpec.of(3), "an-id", "127.0.0.1");

    @Test
    void namesVariablesAsTheImageReadsThem() {
        assertThat(NodeSettings.variable("log.dirs")).isEqualTo("KAFKA_LOG_DIRS");
        assertThat(NodeSettings.variable("some_name.with-dash")).isEqualTo("KAFKA_SOME__NAME_WITH___DASH");
    }

    @Test
    void letsClientsInFromOutsideAndBrokersOnTheNetwork() {
        assertThat(THREE.broker(2, "172.18.0.10", 12345))
                .containsEntry("listeners", "CLIENT://:12345,BROKER://:9092")
                .containsEntry("advertised.listeners", "CLIENT://127.0.0.1:12345,BROKER://172.18.0.10:9092")
                .containsEntry("process.roles", "broker")
                .containsEntry("controller.quorum.voters", "101@controller-101:9093");
    }

    @Test
    void givesEachBrokerAnAddressOfASubnet() {
        assertThat(new Subnet("a-network", "172.18.0.0/16").address(2)).isEqualTo("172.18.0.10");
        assertThat(new Subnet("a-network", "10.255.255.240/28").address(5)).isEqualTo("10.255.255.253");
    }

    @Test
    void makesTheOnlyBrokerItsOwnController() {
        assertThat(ONE.broker(1, "172.18.0.9", 12345))
                .containsEntry("listeners", "CLIENT://:12345,BROKER://:9092,CONTROLLER://:9093")
                .containsEntry("process.roles", "broker,controller")
                .containsEntry("controller.quorum.voters", "1@broker-1:9093");
        assertThat(ONE.broker(2, "172.18.0.10", 12345))
                .as("a broker added to it")
                .containsEntry("process.roles", "broker");
    }

    @Test
    void givesControllersNoAddressForClients() {
        assertThat(THREE.controllerIds()).containsExactly(101);
        assertThat(THREE.controller(101))
                .containsEntry("process.roles", "controller")
                .doesNotContainKey("advertised.listeners");
    }

    @Test
    void letsASpecificationOverrideTheKitButNotTheLayout() {
        ClusterSpec spec = ClusterSpec.of(1)
                .with(Map.of("auto.create.topics.enable", "true", "log.index.size.max.bytes", "4096", "node.id", "9"));

        assertThat(new NodeSettings(spec, "an-id", "127.0.0.1").broker(1, "172.18.0.9", 12345))
                .containsEntry("auto.create.topics.enable", "true")
                .containsEntry("log.index.size.max.bytes", "4096")
                .containsEntry("node.id", "1");
    }
}
