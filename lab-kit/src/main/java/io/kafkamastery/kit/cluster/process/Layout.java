package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.BrokerSettings;
import io.kafkamastery.kit.cluster.ClusterSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A cluster in files: who its nodes are, and where each lives. The same layout gives the same nodes, in whichever JVM.
 *
 * @param folder holds a folder for each node
 * @param classes what nodes are launched with; asked for at the first launch
 * @param ports as many as {@link #portsNeeded} says: the client's and the controller's of a single node, otherwise those
 *     of the controllers and then those of the brokers
 * @param wiring what the connections go through, if they can be cut
 */
record Layout(
        ClusterSpec spec,
        Path folder,
        String clusterId,
        List<Integer> ports,
        Lifeline lifeline,
        Supplier<ClassArchive> classes,
        Optional<Wiring> wiring) {

    /** Controllers count from here, so that brokers are 1, 2, 3 in every message. */
    private static final int FIRST_CONTROLLER = 101;

    Layout {
        ports = List.copyOf(ports);
        if (ports.size() != portsNeeded(spec)) {
            throw new IllegalArgumentException(
                    spec.describe() + " need " + portsNeeded(spec) + " ports, but got " + ports);
        }
    }

    static int portsNeeded(ClusterSpec spec) {
        return spec.brokers() + Math.max(1, spec.controllers());
    }

    /** The nodes that the cluster starts with: controllers first, then brokers. */
    List<NodePlan> plans() {
        return plans(spec, ports);
    }

    static List<NodePlan> plans(ClusterSpec spec, List<Integer> ports) {
        if (spec.controllers() == 0) {
            return List.of(new NodePlan(1, NodePlan.Role.COMBINED, ports.get(0), ports.get(1)));
        }
        List<NodePlan> plans = new ArrayList<>();
        for (int i = 0; i < spec.controllers(); i++) {
            plans.add(new NodePlan(FIRST_CONTROLLER + i, NodePlan.Role.CONTROLLER, 0, ports.get(i)));
        }
        for (int i = 0; i < spec.brokers(); i++) {
            plans.add(new NodePlan(1 + i, NodePlan.Role.BROKER, ports.get(spec.controllers() + i), 0));
        }
        return plans;
    }

    /** The node's folder, written anew. */
    Node layOut(NodePlan plan) {
        Path home = home(plan);
        Workspace.delete(home); // an earlier try whose port was taken
        plan.writeTo(
                home,
                wiring.map(wires -> wires.network(plan)).orElseGet(() -> plan.network(voters())),
                BrokerSettings.of(spec),
                clusterId,
                classes.get().bootstrapMetadata());
        return new Node(plan, home, clusterId, classes, lifeline);
    }

    /** The node as it is, with its process if that runs. */
    Node adopt(NodePlan plan) {
        Node node = new Node(plan, home(plan), clusterId, classes, lifeline);
        node.adopt();
        return node;
    }

    /** Where clients reach a broker. */
    int clientPort(NodePlan broker) {
        return wiring.map(wires -> wires.clientPort(broker)).orElse(broker.clientPort());
    }

    private Path home(NodePlan plan) {
        return folder.resolve("node-" + plan.id());
    }

    private String voters() {
        return plans().stream()
                .filter(plan -> plan.role().isController())
                .map(NodePlan::voter)
                .collect(Collectors.joining(","));
    }
}
