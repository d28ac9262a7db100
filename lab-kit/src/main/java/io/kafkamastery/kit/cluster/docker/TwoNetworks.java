package io.kafkamastery.kit.cluster.docker;

/**
 * The networks of a cluster whose brokers can be cut off: unplugged from one, a broker keeps the other.
 *
 * @param clients through which published ports are reached; nobody has a name there
 * @param cluster on which nodes find each other by name; nothing outside of it can be reached there
 */
record TwoNetworks(String clients, String cluster) {

    /** Plugs a broker into both. Does nothing if it is. */
    void plug(DockerBroker broker) {
        broker.container().plug(clients);
        broker.container().plug(cluster, NodeSettings.hostName(broker.id()));
    }

    boolean arePluggedInto(DockerBroker broker) {
        return broker.container().isPlugged(clients) && broker.container().isPlugged(cluster);
    }
}
