package io.kafkamastery.kit.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.ClusterContract;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.Ports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The docker backend with real containers, where a Docker engine answers. */
class DockerClusterTest extends ClusterContract {

    @Override
    protected Backend backend() {
        DockerAvailability availability = DockerAvailability.probe();
        assumeTrue(availability.usable(), availability::reason);
        return new DockerBackend();
    }

    @Test
    void removesContainersWhoseJvmIsGoneAndNoOthers() throws Exception {
        DockerClient client = DockerBackend.engine().client();
        Owner gone = new Owner(Owner.self().pid(), Instant.EPOCH, Owner.self().host());
        Owner elsewhere = new Owner(1, Instant.EPOCH, "another-host");
        String abandoned = createContainer(client, gone);
        String foreign = createContainer(client, elsewhere);
        String own = createContainer(client, Owner.self());
        try {
            Leftovers.removeAbandoned(client);

            assertThat(exists(client, abandoned)).isFalse();
            assertThat(exists(client, foreign)).isTrue();
            assertThat(exists(client, own)).isTrue();
        } finally {
            Leftovers.removeContainer(client, abandoned);
            Leftovers.removeContainer(client, foreign);
            Leftovers.removeContainer(client, own);
        }
    }

    @Test
    void recognisesAPortThatSomebodyElseTook() throws Exception {
        DockerEngine engine = DockerBackend.engine();
        Subnet network = engine.createSubnet("kafka-mastery-clash-" + System.nanoTime(), false);
        try (Ports taken = Ports.hold(1)) {
            NodeContainer container = NodeContainer.create(engine, network, 1, Map.of(), List.of(taken.get(0)));
            try {
                assertThatExceptionOfType(ClusterException.class)
                        .isThrownBy(container::start)
                        .satisfies(e -> assertThat(NodeContainer.isPortClash(e))
                                .as(e.getMessage())
                                .isTrue());
            } finally {
                container.remove();
            }
        } finally {
            Leftovers.removeNetwork(engine.client(), network.name());
        }
    }

    private static String createContainer(DockerClient client, Owner owner) {
        return client.createContainerCmd(DockerBackend.image())
                .withLabels(Map.of(Leftovers.LABEL, owner.toString()))
                .exec()
                .getId();
    }

    private static boolean exists(DockerClient client, String container) {
        try {
            client.inspectContainerCmd(container).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
