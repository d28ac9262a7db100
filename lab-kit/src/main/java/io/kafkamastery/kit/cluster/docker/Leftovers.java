package io.kafkamastery.kit.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Removes what clusters left in the engine, above all those of JVMs that never closed them, because somebody killed
 * Maven. Every container and network of the kit carries its {@link Owner} as a label.
 *
 * <p>Nothing here fails: what will not go, or is being removed by somebody else, must not keep anybody from their lab.
 */
final class Leftovers {

    static final String LABEL = "io.kafkamastery.owner";

    private Leftovers() {}

    /** For everything that this JVM makes. */
    static Map<String, String> labels() {
        return Map.of(LABEL, Owner.self().toString());
    }

    /** Removes what belongs to JVMs of this machine that are gone. */
    static void removeAbandoned(DockerClient client) {
        remove(client, owner -> Owner.parse(owner).filter(Owner::isGone).isPresent());
    }

    /** Removes what belongs to this JVM. */
    static void removeOwn(DockerClient client) {
        remove(client, Owner.self().toString()::equals);
    }

    /** Kills and removes a container, with all that was written in it. */
    static void removeContainer(DockerClient client, String id) {
        quietly(() -> client.removeContainerCmd(id)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
    }

    /** Removes a network whose containers are gone. */
    static void removeNetwork(DockerClient client, String id) {
        quietly(() -> client.removeNetworkCmd(id).exec());
    }

    private static void remove(DockerClient client, Predicate<String> isOurs) {
        quietly(() -> {
            List<Container> containers = client.listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(List.of(LABEL))
                    .exec();
            Parallel.run(containers.stream()
                    .filter(container -> isOurs.test(container.getLabels().get(LABEL)))
                    .<Runnable>map(container -> () -> removeContainer(client, container.getId()))
                    .toList());
            for (Network network :
                    client.listNetworksCmd().withFilter("label", List.of(LABEL)).exec()) {
                if (isOurs.test(network.getLabels().get(LABEL))) {
                    removeNetwork(client, network.getId());
                }
            }
        });
    }

    private static void quietly(Runnable command) {
        try {
            command.run();
        } catch (RuntimeException stays) {
            // It is found again next time.
        }
    }
}
