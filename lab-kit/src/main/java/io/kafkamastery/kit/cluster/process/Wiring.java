package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The connections of a cluster that can be cut: a {@link Relay} on the way of clients to each broker, and one on the way
 * of each broker to each other and to each controller.
 *
 * <p>A connection does not show which broker opened it. So each broker has a listener of its own for each other, and
 * calls the others by the listener that bears its name ({@code inter.broker.listener.name}); controllers it finds by its
 * own {@code controller.quorum.voters}. A broker reaches itself without a relay, and so do controllers each other.
 */
final class Wiring implements AutoCloseable {

    private record Link(int from, int to) {}

    private final List<NodePlan> brokers;
    private final List<NodePlan> controllers;
    private final List<Integer> ports;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lab-kit-relay");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Integer, Relay> fromClients = new HashMap<>();
    private final Map<Link, Relay> inCluster = new HashMap<>();
    private final Set<Integer> cutFromCluster = new HashSet<>();
    private final Set<Integer> cutFromClients = new HashSet<>();

    /** @param ports as many as {@link #portsNeeded} says, for the brokers to listen on for each other */
    Wiring(List<NodePlan> plans, List<Integer> ports) {
        this.brokers = plans.stream().filter(plan -> plan.role().isBroker()).toList();
        this.controllers =
                plans.stream().filter(plan -> plan.role().isController()).toList();
        this.ports = List.copyOf(ports);
        for (NodePlan broker : brokers) {
            fromClients.put(broker.id(), new Relay(broker.clientPort(), threads));
            for (NodePlan other : brokers) {
                connect(other, broker, portFor(other, broker));
            }
            for (NodePlan controller : controllers) {
                connect(broker, controller, controller.controllerPort());
            }
        }
    }

    static int portsNeeded(ClusterSpec spec) {
        return spec.brokers() * spec.brokers();
    }

    private void connect(NodePlan from, NodePlan to, int port) {
        if (from.id() != to.id()) {
            inCluster.put(new Link(from.id(), to.id()), new Relay(port, threads));
        }
    }

    /** Where a broker listens for calls of one of the brokers. */
    private int portFor(NodePlan caller, NodePlan broker) {
        return ports.get(brokers.indexOf(broker) * brokers.size() + brokers.indexOf(caller));
    }

    /** The settings with which a node is called, and calls, by way of the relays. */
    Map<String, String> network(NodePlan node) {
        String voters = controllers.stream()
                .map(controller -> controller.voterAt(portOf(node, controller, controller.controllerPort())))
                .collect(Collectors.joining(","));
        Map<String, String> network = node.network(voters);
        if (node.role().isBroker()) {
            List<String> listeners = new ArrayList<>(List.of(NodePlan.listener("CLIENT", node.clientPort())));
            List<String> advertised = new ArrayList<>(List.of(NodePlan.listener("CLIENT", clientPort(node))));
            List<String> protocols = new ArrayList<>(List.of("CLIENT:PLAINTEXT", "CONTROLLER:PLAINTEXT"));
            for (NodePlan caller : brokers) {
                int port = portFor(caller, node);
                listeners.add(NodePlan.listener(listenerFor(caller), port));
                advertised.add(NodePlan.listener(listenerFor(caller), portOf(caller, node, port)));
                protocols.add(listenerFor(caller) + ":PLAINTEXT");
            }
            if (node.role().isController()) {
                listeners.add(node.controllerListener());
            }
            network.put("listeners", String.join(",", listeners));
            network.put("advertised.listeners", String.join(",", advertised));
            network.put("listener.security.protocol.map", String.join(",", protocols));
            network.put("inter.broker.listener.name", listenerFor(node));
            network.put("num.network.threads", "1"); // of each listener, and there are many
        }
        return network;
    }

    private static String listenerFor(NodePlan caller) {
        return "BROKER_" + caller.id();
    }

    /** Where one node calls another, which listens on that port. */
    private int portOf(NodePlan from, NodePlan to, int port) {
        Relay relay = inCluster.get(new Link(from.id(), to.id()));
        return relay == null ? port : relay.port();
    }

    int clientPort(NodePlan broker) {
        return fromClients.get(broker.id()).port();
    }

    synchronized boolean isCut(int broker) {
        return cutFromClients.contains(broker) || cutFromCluster.contains(broker);
    }

    synchronized void cutFromClients(int broker) {
        cutFromClients.add(broker);
        fromClients.get(broker).cut();
    }

    synchronized void cutFromCluster(int broker) {
        cutFromCluster.add(broker);
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
        inCluster.forEach((link, relay) -> {
            if (!cutFromCluster.contains(link.from()) && !cutFromCluster.contains(link.to())) {
                relay.mend();
            }
        });
    }

    void mendAll() {
        brokers.forEach(broker -> mend(broker.id()));
    }

    /** Ends all relays and their threads. */
    @Override
    public void close() {
        fromClients.values().forEach(Relay::close);
        inCluster.values().forEach(Relay::close);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
