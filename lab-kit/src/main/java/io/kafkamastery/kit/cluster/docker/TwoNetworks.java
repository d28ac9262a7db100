package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.cluster.Relay;
import io.kafkamastery.kit.cluster.Relays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The networks of a cluster whose brokers can be cut off: unplugged from one, a broker keeps the other. Published ports
 * are reached through the one for clients; on the other one nodes find each other by name, and nobody else finds them.
 *
 * <p>The kit comes in through published ports too, but sides with the cluster: so each broker has a listener of its own
 * for it, with a {@link Relay} before it that is cut when the broker leaves the cluster's network.
 */
final class TwoNetworks implements AutoCloseable {

    private final String host;
    private final Subnet clients;
    private final Subnet cluster;
    private final Relays relays = new Relays();
    private final Map<Integer, Relay> fromKit = new ConcurrentHashMap<>();

    private TwoNetworks(String host, Subnet clients, Subnet cluster) {
        this.host = host;
        this.clients = clients;
        this.cluster = cluster;
    }

    /** @param name of the cluster's network */
    static TwoNetworks create(DockerEngine engine, String name) {
        Subnet clients = engine.createSubnet(clientsOf(name), false);
        return new TwoNetworks(engine.host(), clients, engine.createSubnet(name, true));
    }

    /** What the network for clients is called beside one of that name. */
    static String clientsOf(String name) {
        return name + "-clients";
    }

    Subnet clients() {
        return clients;
    }

    Subnet cluster() {
        return cluster;
    }

    /**
     * The settings of a broker on these networks.
     *
     * @param plain what they would be otherwise
     * @param kitPort a published port, for the kit
     */
    Map<String, String> settings(Map<String, String> plain, int id, int kitPort) {
        Relay relay = relays.to(host, kitPort);
        fromKit.put(id, relay);
        Map<String, String> settings = new HashMap<>(plain);
        // Bound to its address among clients: without that network, engines lead published ports to the other one.
        settings.computeIfPresent(
                "listeners",
                (name, value) ->
                        value.replace("CLIENT://:", "CLIENT://" + clients.address(id) + ":") + ",KIT://:" + kitPort);
        settings.computeIfPresent(
                "advertised.listeners", (name, value) -> value + ",KIT://" + Relay.HOST + ":" + relay.port());
        settings.computeIfPresent("listener.security.protocol.map", (name, value) -> value + ",KIT:PLAINTEXT");
        return settings;
    }

    /** Where the kit finds those brokers that are not cut off from the cluster. */
    String bootstrapServersForKit() {
        return fromKit.values().stream()
                .map(relay -> Relay.HOST + ":" + relay.port())
                .collect(Collectors.joining(","));
    }

    void cutFromClients(DockerBroker broker) {
        broker.container().unplug(clients.name());
    }

    void cutFromCluster(DockerBroker broker) {
        broker.container().unplug(cluster.name());
        if (fromKit.size() > 1) { // a single broker is the cluster
            fromKit.get(broker.id()).cut();
        }
    }

    /** Plugs a broker into both. Does nothing if it is. */
    void mend(DockerBroker broker) {
        broker.container().plug(clients.name(), clients.address(broker.id()));
        plugIntoCluster(broker.container(), broker.id());
        fromKit.get(broker.id()).mend();
    }

    void plugIntoCluster(NodeContainer container, int id) {
        container.plug(cluster.name(), cluster.address(id), NodeSettings.hostName(id));
    }

    boolean arePluggedInto(DockerBroker broker) {
        return broker.container().isPlugged(clients.name())
                && broker.container().isPlugged(cluster.name());
    }

    /** Ends the relays; the networks are removed after the last container. */
    @Override
    public void close() {
        relays.close();
    }
}
