package io.kafkamastery.kit.cluster.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.CutContract;

/** Cut connections with real networks, where a Docker engine answers. */
class DockerCutTest extends CutContract {

    @Override
    protected Backend backend() {
        DockerAvailability availability = DockerAvailability.probe();
        assumeTrue(availability.usable(), availability::reason);
        return new DockerBackend();
    }
}
