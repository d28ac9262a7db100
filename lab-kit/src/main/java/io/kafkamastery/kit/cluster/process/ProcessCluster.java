package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.BrokerSettings;
import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.cluster.Ports;
import io.kafkamastery.kit.cluster.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A cluster whose nodes are processes of this machine, each with a folder in the cluster's workspace. */
final class ProcessCluster implements KafkaCluster {

    /** Controllers count from here, so that brokers are 1, 2, 3 in every message. */
    private static final int FIRST_CONTROLLER = 101;

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final ClusterSpec spec;
    private final Path workspace;
    private final ClassArchive classes;
    private final String clusterId = Uuid.randomUuid().toString();
    private final String voters;
    private final List<Node> controllers = new ArrayList<>();
    private final List<ProcessBroker> brokers = new ArrayList<>();
    private Admin admin;
    private volatile boolean hurt;

    /** Lays the cluster out in files. The ports are free for its nodes once the caller lets go of them. */
    ProcessCluster(ClusterSpec spec, Path workspace, ClassArchive classes, Ports ports) {
        this.spec = spec;
        this.workspace = workspace;
        this.classes = classes;
        List<NodePlan> plans = plans(spec, ports);
        this.voters = plans.stream()
                .filter(plan -> plan.role().isController())
                .map(NodePlan::voter)
                .collect(Collectors.joining(","));
        for (NodePlan plan : plans) {
            Node node = layOut(plan);
            if (plan.role().isBroker()) {
                brokers.add(new ProcessBroker(node, this));
            } else {
                controllers.add(node);
            }
        }
    }

    private static List<NodePlan> plans(ClusterSpec spec, Ports ports) {
        List<NodePlan> plans = new ArrayList<>();
        if (spec.controllers() == 0) {
            plans.add(new NodePlan(1, NodePlan.Role.COMBINED, ports.get(0), ports.get(1)));
            return plans;
        }
        for (int i = 0; i < spec.controllers(); i++) {
            plans.add(new NodePlan(FIRST_CONTROLLER + i, NodePlan.Role.CONTROLLER, 0, ports.get(i)));
        }
        for (int i = 0; i < spec.brokers(); i++) {
            plans.add(new NodePlan(1 + i, NodePlan.Role.BROKER, ports.get(spec.controllers() + i), 0));
        }
        return plans;
    }

    private Node layOut(NodePlan plan) {
        Path folder = workspace.resolve("node-" + plan.id());
        Workspace.delete(folder); // an earlier try whose port was taken
        plan.writeTo(folder, voters, BrokerSettings.of(spec), clusterId, classes.bootstrapMetadata());
        return new Node(plan, folder, clusterId, classes);
    }

    void start() {
        nodes().forEach(Node::launch);
        brokers.forEach(broker -> awaitListening(broker.node()));
        admin = KitAdmin.connect(clientConfig());
        awaitRegistered();
    }

    private void awaitListening(Node node) {
        Readiness.awaitListening(NodePlan.HOST, node.plan().anyPort(), START_LIMIT, node::failIfDead);
    }

    private void awaitRegistered() {
        List<Node> up = nodes().filter(Node::isRunning).toList();
        Set<Integer> ids = brokers.stream()
                .filter(ProcessBroker::isRunning)
                .map(Broker::id)
                .collect(Collectors.toSet());
        Readiness.awaitBrokers(admin, ids, START_LIMIT, () -> up.forEach(Node::failIfDead));
    }

    private Stream<Node> nodes() {
        return Stream.concat(controllers.stream(), brokers.stream().map(ProcessBroker::node));
    }

    boolean lostAPort() {
        return nodes().anyMatch(Node::lostItsPort);
    }

    @Override
    public String bootstrapServers() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }

    @Override
    public Map<String, Object> clientConfig() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    }

    @Override
    public Admin admin() {
        return admin;
    }

    @Override
    public List<Broker> brokers() {
        return List.copyOf(brokers);
    }

    @Override
    public Broker addBroker() {
        hurt = true;
        int id = brokers.get(brokers.size() - 1).id() + 1;
        Node node;
        try (Ports ports = Ports.hold(1)) {
            node = layOut(new NodePlan(id, NodePlan.Role.BROKER, ports.get(0), 0));
        }
        ProcessBroker broker = new ProcessBroker(node, this);
        brokers.add(broker);
        broker.start();
        return broker;
    }

    /** Called by a broker that was launched again: returns when it serves. */
    void awaitBack(Node node) {
        awaitListening(node); // it listens only once the controller has let it in
        awaitRegistered();
    }

    void hurt() {
        hurt = true;
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")) {
            all.remove(Capability.PAUSE); // there is no SIGSTOP
        }
        return Set.copyOf(all);
    }

    @Override
    public void heal() {
        if (!hurt && nodes().allMatch(Node::isRunning)) {
            return;
        }
        nodes().forEach(Node::thaw);
        List<Node> dead = nodes().filter(node -> !node.isRunning()).toList();
        dead.forEach(Node::launch);
        dead.forEach(this::awaitListening);
        awaitRegistered();
        AddedBrokers.takeAway(admin, brokers, spec.brokers());
        awaitRegistered();
        Readiness.awaitHealthyPartitions(admin, START_LIMIT);
        hurt = false;
    }

    @Override
    public String backend() {
        return "process";
    }

    /** SIGKILL for all at once: an orderly shutdown of a whole quorum waits for a majority that is gone. */
    void endProcesses() {
        nodes().toList().forEach(Node::kill);
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    @Override
    public void close() {
        endProcesses();
        Workspace.delete(workspace);
    }
}
