package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;

/**
 * One node on paper: who it is, where it listens, what its settings are.
 *
 * @param id the node id
 * @param role whether it stores data, votes on metadata, or both
 * @param clientPort where clients and other brokers reach it; 0 for a dedicated controller
 * @param controllerPort where the metadata quorum reaches it; 0 for a broker beside dedicated controllers
 */
record NodePlan(int id, Role role, int clientPort, int controllerPort) {

    static final String HOST = "127.0.0.1";

    enum Role {
        BROKER("broker"),
        CONTROLLER("controller"),
        COMBINED("broker,controller");

        private final String processRoles;

        Role(String processRoles) {
            this.processRoles = processRoles;
        }

        boolean isBroker() {
            return this != CONTROLLER;
        }

        boolean isController() {
            return this != BROKER;
        }
    }

    /** Where this node is reached by whoever waits for it. */
    int anyPort() {
        return role.isBroker() ? clientPort : controllerPort;
    }

    /** As it stands in {@code controller.quorum.voters}. */
    String voter() {
        return voterAt(controllerPort);
    }

    /** The same, for somebody who reaches it by another port. */
    String voterAt(int port) {
        return id + "@" + HOST + ":" + port;
    }

    /**
     * Writes {@code server.properties}, and formats the log directory where a formatted one is at hand to copy.
     *
     * @param network who reaches the node where, and whom it reaches: {@link #network}, or another way
     */
    void writeTo(
            Path folder,
            Map<String, String> network,
            Map<String, String> settings,
            String clusterId,
            Optional<Path> bootstrap) {
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            StringBuilder text = new StringBuilder();
            properties(data, network, settings)
                    .forEach((name, value) ->
                            text.append(name).append('=').append(escaped(value)).append('\n'));
            Files.writeString(folder.resolve("server.properties"), text);
            if (bootstrap.isPresent()) {
                Files.copy(bootstrap.get(), data.resolve("bootstrap.checkpoint"));
                Files.writeString(
                        data.resolve("meta.properties"),
                        "version=1\ncluster.id=" + clusterId + "\nnode.id=" + id + "\ndirectory.id=" + Uuid.randomUuid()
                                + "\n");
            }
        } catch (IOException e) {
            throw new ClusterException(
                    "Cannot write the files of broker " + id + " to " + folder + " (" + e.getMessage()
                            + "). Free some space there, or choose another place with -Djava.io.tmpdir=<folder>.",
                    e);
        }
    }

    /** Kafka reads the file as ISO 8859-1: letters beyond that, such as those of a folder's name, need an escape. */
    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (char letter : value.replace("\\", "\\\\").toCharArray()) {
            text.append(letter < 0x7f ? String.valueOf(letter) : String.format("\\u%04x", (int) letter));
        }
        return text.toString();
    }

    private Map<String, String> properties(Path data, Map<String, String> network, Map<String, String> settings) {
        Map<String, String> properties = new TreeMap<>(settings);
        properties.putAll(network);
        properties.put("process.roles", role.processRoles);
        properties.put("node.id", String.valueOf(id));
        properties.put("log.dirs", data.toString());
        return properties;
    }

    /** The settings with which clients and other brokers come in by the same listener. */
    Map<String, String> network(String voters) {
        Map<String, String> network = new TreeMap<>();
        network.put("controller.quorum.voters", voters);
        network.put("controller.listener.names", "CONTROLLER");
        network.put("inter.broker.listener.name", "CLIENT");
        network.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        network.put("listeners", listeners());
        if (role.isBroker()) {
            network.put("advertised.listeners", clientListener());
        }
        return network;
    }

    private String listeners() {
        return switch (role) {
            case BROKER -> clientListener();
            case CONTROLLER -> controllerListener();
            case COMBINED -> clientListener() + "," + controllerListener();
        };
    }

    private String clientListener() {
        return listener("CLIENT", clientPort);
    }

    String controllerListener() {
        return listener("CONTROLLER", controllerPort);
    }

    static String listener(String name, int port) {
        return name + "://" + HOST + ":" + port;
    }
}
