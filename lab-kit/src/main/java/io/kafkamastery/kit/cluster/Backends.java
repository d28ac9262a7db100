package io.kafkamastery.kit.cluster;

import io.kafkamastery.kit.Notice;
import io.kafkamastery.kit.cluster.docker.DockerAvailability;
import io.kafkamastery.kit.cluster.docker.DockerBackend;
import io.kafkamastery.kit.cluster.external.ExternalBackend;
import io.kafkamastery.kit.cluster.process.ProcessBackend;
import io.kafkamastery.kit.cluster.process.StandingCluster;

/** Chooses the backend that {@code -Dlab.backend} asks for, or the best there is. */
final class Backends {

    static final String BACKEND = "lab.backend";
    static final String BOOTSTRAP = "lab.bootstrap";

    private Backends() {}

    /** @throws ClusterException for an unknown name, listing the known ones; or if the one asked for cannot work */
    static Backend choose() {
        String bootstrap = System.getProperty(BOOTSTRAP, "").strip();
        String name = System.getProperty(BACKEND, bootstrap.isEmpty() ? "auto" : "external")
                .strip();
        return switch (name) {
            case "auto" -> automatic();
            case "docker" -> new DockerBackend();
            case "process" -> new ProcessBackend();
            case "external" -> external(bootstrap);
            default ->
                throw new ClusterException("Unknown backend '" + name + "' in -D" + BACKEND
                        + ": choose auto, docker, process or external.");
        };
    }

    private static Backend automatic() {
        if (StandingCluster.servesTests()) {
            return new ProcessBackend(); // says itself that it uses that cluster
        }
        DockerAvailability docker = DockerAvailability.probe();
        Backend chosen = docker.usable() ? new DockerBackend() : new ProcessBackend();
        Notice.say("Using " + chosen.name() + ": " + docker.reason() + ".");
        return chosen;
    }

    private static Backend external(String bootstrap) {
        if (bootstrap.isEmpty()) {
            throw new ClusterException("The external backend needs to know your cluster:" + " add -D" + BOOTSTRAP
                    + "=localhost:9092 (or wherever its brokers are).");
        }
        Notice.say("Using your own cluster at " + bootstrap + ".");
        return new ExternalBackend(bootstrap);
    }
}
