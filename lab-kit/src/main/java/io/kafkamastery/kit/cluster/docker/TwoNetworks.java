package io.kafkamastery.kit.cluster.docker;

/**
 * The networks of a cluster whose brokers can be cut off: unplugged from one, a broker keeps the other.
 *
 * @param clients through which published ports are reached; nobody has a name there
 * @param cluster on which nodes find each other by name; nothing outside of it can be reached there
 */
record TwoNetworks(Subnet clients, Subnet cluster) {

    /** @param name of the cluster's network */
    static TwoNetworks create(DockerEngine engine, String name) {
        Subnet clients = engine.createSubnet(clientsOf(name), false);
        return new TwoNetworks(clients, engine.createSubnet(name, true));
    }

    /** What the network for clients is called beside one of that name. */
    static String clientsOf(String name) {
        return name + "-clients";
    }

    /**
     * The address to which clients of a broker come. Its listener has to be bound to that: unplugged from the network for
     * clients, a published port leads to the other one, with recent engines even if that is internal.
     */
    String clientAddress(int broker) {
        return clients.address(broker);
    }

    /** Plugs a broker into both. Does nothing if it is. */
    void plug(DockerBroker broker) {
        broker.container().plug(clients.name(), clientAddress(broker.id()));
        plugIntoCluster(broker.container(), broker.id());
    }

    void plugIntoCluster(NodeContainer container, int id) {
        container.plug(cluster.name(), cluster.address(id), NodeSettings.hostName(id));
    }

    boolean arePluggedInto(DockerBroker broker) {
        return broker.container().isPlugged(clients.name())
                && broker.container().isPlugged(cluster.name());
    }
}
