package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.cluster.BrokerSettings;
import io.kafkamastery.kit.cluster.ClusterSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The settings of a cluster's nodes, and the form in which the official image takes them: as environment variables. It
 * keeps none of its own defaults once it is given any.
 *
 * <p>Listeners are named by who connects. Clients come from outside, to a port that is the same inside and outside of
 * the container, so that the address that Kafka tells them works in both; brokers and controllers find each other on
 * the cluster's network.
 *
 * @param clusterId Kafka's
 * @param clientHost where clients outside of Docker reach the brokers
 */
record NodeSettings(ClusterSpec spec, String clusterId, String clientHost) {

    static final String LOG_DIRECTORY = "/tmp/kafka-logs";

    /** Where the image writes the settings that it was given, and Kafka reads them. */
    static final String SERVER_PROPERTIES = "/opt/kafka/config/server.properties";

    private static final int FIRST_CONTROLLER = 101;
    private static final int BROKER_PORT = 9092;
    private static final int CONTROLLER_PORT = 9093;

    /** The ids of the dedicated controllers; none if the only broker is its own controller. */
    List<Integer> controllerIds() {
        return IntStream.range(0, spec.controllers())
                .mapToObj(index -> FIRST_CONTROLLER + index)
                .toList();
    }

    /** The name of a node on the cluster's network, by which other nodes find it. */
    static String hostName(int id) {
        return (id >= FIRST_CONTROLLER ? "controller-" : "broker-") + id;
    }

    /**
     * Of a broker.
     *
     * @param nodesFindItAt its name or address on the cluster's network
     * @param clientPort where clients reach it
     */
    Map<String, String> broker(int id, String nodesFindItAt, int clientPort) {
        Map<String, String> properties = new HashMap<>();
        String listeners = "CLIENT://:" + clientPort + ",BROKER://:" + BROKER_PORT;
        properties.put("process.roles", isCombined(id) ? "broker,controller" : "broker");
        properties.put("listeners", isCombined(id) ? listeners + ",CONTROLLER://:" + CONTROLLER_PORT : listeners);
        properties.put(
                "advertised.listeners",
                "CLIENT://" + clientHost + ":" + clientPort + ",BROKER://" + nodesFindItAt + ":" + BROKER_PORT);
        return node(id, properties);
    }

    /** Of a dedicated controller. */
    Map<String, String> controller(int id) {
        return node(id, Map.of("process.roles", "controller", "listeners", "CONTROLLER://:" + CONTROLLER_PORT));
    }

    private Map<String, String> node(int id, Map<String, String> role) {
        Map<String, String> properties = new HashMap<>();
        // Allocated in advance for each partition, twice: 10 MiB each would make every copy of a log directory huge.
        properties.put("log.index.size.max.bytes", "1048576");
        // A container that is dead or cut off does not refuse connections, it lets them hang. By default a node that
        // begins one then gives up after 10 s, and then after 20 s: long after the other has come back.
        properties.put("socket.connection.setup.timeout.ms", "1000");
        properties.put("socket.connection.setup.timeout.max.ms", "2000");
        properties.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.putAll(BrokerSettings.of(spec));
        properties.putAll(role);
        properties.put("node.id", String.valueOf(id));
        properties.put("controller.quorum.voters", voters());
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "BROKER");
        properties.put("log.dirs", LOG_DIRECTORY);
        return properties;
    }

    /** The environment of a node with these settings. */
    Map<String, String> environment(Map<String, String> properties) {
        Map<String, String> environment = new HashMap<>();
        properties.forEach((property, value) -> environment.put(variable(property), value));
        environment.put("CLUSTER_ID", clusterId);
        environment.put("KAFKA_HEAP_OPTS", "-Xmx384m");
        // For every JVM in the container: quick to start matters more than peak speed.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        return environment;
    }

    /** The image's variable for one of Kafka's properties: {@code log.dirs} is {@code KAFKA_LOG_DIRS}. */
    static String variable(String property) {
        String name = property.replace("_", "__").replace("-", "___").replace('.', '_');
        return "KAFKA_" + name.toUpperCase(Locale.ROOT);
    }

    private boolean isCombined(int id) {
        return spec.controllers() == 0 && id == 1;
    }

    private String voters() {
        List<Integer> ids = spec.controllers() == 0 ? List.of(1) : controllerIds();
        return ids.stream()
                .map(id -> id + "@" + hostName(id) + ":" + CONTROLLER_PORT)
                .collect(Collectors.joining(","));
    }
}
