package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.Relay;
import io.kafkamastery.kit.cluster.Relays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The connections of a cluster that can be cut: a {@link Relay} on the way of clients to each broker, one on the way of
 * each broker to each other and to each controller, and one for the kit, which sides with the cluster.
 *
 * <p>A connection does not show which broker opened it. So each node has a listener of its own for each broker, and a
 * broker calls the others by the listener that bears its name ({@code inter.broker.listener.name},
 * {@code controller.listener.names}). To give it its own {@code controller.quorum.voters} is not enough: a controller
 * tells whoever fetches from it where the leader of the quorum is, by the listener that it was called on. A broker reaches
 * itself without a relay, and so do controllers each other.
 */
final class Wiring implements AutoCloseable {

    private record Link(int from, int to) {}

    private final List<NodePlan> brokers;
    private final List<NodePlan> controllers;
    private final List<Integer> ports;
    private final Relays relays = new Relays();
    private final Map<Integer, Relay> fromClients = new HashMap<>();
    private final Map<Integer, Relay> fromKit = new HashMap<>();
    private final Map<Link, Relay> inCluster = new HashMap<>();
    private final Set<Integer> cutFromCluster = new HashSet<>();
    private final Set<Integer> cutFromClients = new HashSet<>();

    /** @param ports as many as {@link #portsNeeded} says, for nodes to listen on for each broker and for the kit */
    Wiring(List<NodePlan> plans, List<Integer> ports) {
        this.brokers = plans.stream().filter(plan -> plan.role().isBroker()).toList();
        this.controllers =
                plans.stream().filter(plan -> plan.role().isController()).toList();
        this.ports = List.copyOf(ports);
        for (NodePlan broker : brokers) {
            fromClients.put(broker.id(), relayTo(broker.clientPort()));
            fromKit.put(broker.id(), relayTo(kitPort(broker)));
            for (NodePlan other : brokers) {
                connect(other, broker, portFor(other, broker));
            }
            for (NodePlan controller : controllers) {
                connect(broker, controller, portFor(broker, controller));
            }
        }
    }

    static int portsNeeded(ClusterSpec spec) {
        return spec.brokers() * (spec.brokers() + 1 + spec.controllers());
    }

    private Relay relayTo(int port) {
        return relays.to(NodePlan.HOST, port);
    }

    private void connect(NodePlan from, NodePlan to, int port) {
        if (from.id() != to.id()) {
            inCluster.put(new Link(from.id(), to.id()), relayTo(port));
        }
    }

    /** Where a node listens for calls of one of the brokers. */
    private int portFor(NodePlan caller, NodePlan node) {
        int first = node.role().isBroker()
                ? brokers.indexOf(node) * (brokers.size() + 1)
                : brokers.size() * (brokers.size() + 1 + controllers.indexOf(node));
        return ports.get(first + brokers.indexOf(caller));
    }

    private int kitPort(NodePlan broker) {
        return ports.get(brokers.indexOf(broker) * (brokers.size() + 1) + brokers.size());
    }

    /** The settings with which a node is called, and calls, by way of the relays. */
    Map<String, String> network(NodePlan node) {
        String voters = controllers.stream()
                .map(controller -> controller.voterAt(portOf(node, controller, controller.controllerPort())))
                .collect(Collectors.joining(","));
        Map<String, String> network = node.network(voters);
        network.put("num.network.threads", "1"); // of each listener, and there are many
        if (node.role().isBroker()) {
            brokerListeners(node).writeTo(network);
            network.put("inter.broker.listener.name", listenerFor(node));
            if (!node.role().isController()) {
                network.put("controller.listener.names", controllerListenerFor(node));
            }
        } else {
            Listeners listeners = controllerListeners(node);
            listeners.writeTo(network);
            network.put("controller.listener.names", String.join(",", listeners.names));
        }
        return network;
    }

    private Listeners brokerListeners(NodePlan broker) {
        Listeners listeners = new Listeners();
        listeners.add("CLIENT", broker.clientPort(), clientPort(broker));
        listeners.add("KIT", kitPort(broker), fromKit.get(broker.id()).port());
        for (NodePlan caller : brokers) {
            int port = portFor(caller, broker);
            listeners.add(listenerFor(caller), port, portOf(caller, broker, port));
        }
        if (broker.role().isController()) {
            listeners.bound.add(broker.controllerListener());
            listeners.protocols.add("CONTROLLER:PLAINTEXT");
        } else {
            listeners.protocols.add(controllerListenerFor(broker) + ":PLAINTEXT"); // which it calls
        }
        return listeners;
    }

    private Listeners controllerListeners(NodePlan controller) {
        Listeners listeners = new Listeners();
        listeners.add("CONTROLLER", controller.controllerPort(), controller.controllerPort());
        listeners.protocols.add("CLIENT:PLAINTEXT"); // named in inter.broker.listener.name
        for (NodePlan caller : brokers) {
            int port = portFor(caller, controller);
            listeners.add(controllerListenerFor(caller), port, portOf(caller, controller, port));
        }
        return listeners;
    }

    /** The listeners of a node, as its settings say it. */
    private static final class Listeners {

        private final List<String> names = new ArrayList<>();
        private final List<String> bound = new ArrayList<>();
        private final List<String> advertised = new ArrayList<>();
        private final List<String> protocols = new ArrayList<>();

        void add(String name, int port, int relayPort) {
            names.add(name);
            bound.add(NodePlan.listener(name, port));
            advertised.add(NodePlan.listener(name, relayPort));
            protocols.add(name + ":PLAINTEXT");
        }

        void writeTo(Map<String, String> network) {
            network.put("listeners", String.join(",", bound));
            network.put("advertised.listeners", String.join(",", advertised));
            network.put("listener.security.protocol.map", String.join(",", protocols));
        }
    }

    private static String listenerFor(NodePlan caller) {
        return "BROKER_" + caller.id();
    }

    private static String controllerListenerFor(NodePlan caller) {
        return "CONTROLLER_" + caller.id();
    }

    /** Where one node calls another, which listens on that port. */
    private int portOf(NodePlan from, NodePlan to, int port) {
        Relay relay = inCluster.get(new Link(from.id(), to.id()));
        return relay == null ? port : relay.port();
    }

    int clientPort(NodePlan broker) {
        return fromClients.get(broker.id()).port();
    }

    /** Where the kit finds those brokers that are not cut off from the cluster. */
    String bootstrapServersForKit() {
        return brokers.stream()
                .map(broker -> NodePlan.HOST + ":" + fromKit.get(broker.id()).port())
                .collect(Collectors.joining(","));
    }

    synchronized boolean isCut(int broker) {
        return cutFromClients.contains(broker) || cutFromCluster.contains(broker);
    }

    synchronized void cutFromClients(int broker) {
        cutFromClients.add(broker);
        fromClients.get(broker).cut();
    }

    synchronized void cutFromCluster(int broker) {
        if (brokers.size() == 1) {
            return; // it is the cluster
        }
        cutFromCluster.add(broker);
        fromKit.get(broker).cut();
        inCluster.forEach((link, relay) -> {
            if (link.from() == broker || link.to() == broker) {
                relay.cut();
            }
        });
    }

    /** A way between two brokers is open again when neither is cut off any more. */
    synchronized void mend(int broker) {
        cutFromClients.remove(broker);
        cutFromCluster.remove(broker);
        fromClients.get(broker).mend();
        fromKit.get(broker).mend();
        inCluster.forEach((link, relay) -> {
            if (!cutFromCluster.contains(link.from()) && !cutFromCluster.contains(link.to())) {
                relay.mend();
            }
        });
    }

    void mendAll() {
        brokers.forEach(broker -> mend(broker.id()));
    }

    @Override
    public void close() {
        relays.close();
    }
}
