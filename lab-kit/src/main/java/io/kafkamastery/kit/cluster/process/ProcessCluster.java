package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.Decommission;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.cluster.Ports;
import io.kafkamastery.kit.cluster.PreferredLeaders;
import io.kafkamastery.kit.cluster.Readiness;
import io.kafkamastery.kit.cluster.Registrations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** A cluster whose nodes are processes of this machine, each with a folder in the cluster's workspace. */
final class ProcessCluster implements KafkaCluster {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Layout layout;
    private final List<Node> controllers = new ArrayList<>();
    private final List<ProcessBroker> brokers = new ArrayList<>();
    private Admin admin;
    private volatile boolean hurt;

    private ProcessCluster(Layout layout, Function<NodePlan, Node> nodes) {
        this.layout = layout;
        for (NodePlan plan : layout.plans()) {
            Node node = nodes.apply(plan);
            if (plan.role().isBroker()) {
                brokers.add(new ProcessBroker(node, this));
            } else {
                controllers.add(node);
            }
        }
    }

    /** A new cluster, in files only. Its ports are free for its nodes once the caller lets go of them. */
    static ProcessCluster layOut(Layout layout) {
        return new ProcessCluster(layout, layout::layOut);
    }

    /** A cluster that was started before, perhaps by another JVM. */
    static ProcessCluster adopt(Layout layout) {
        ProcessCluster cluster = new ProcessCluster(layout, layout::adopt);
        cluster.hurt = true; // as far as anybody here knows: the first to use it looks
        return cluster;
    }

    void start() {
        nodes().forEach(Node::launch);
        brokers.forEach(broker -> awaitListening(broker.node()));
        connect();
        awaitRegistered();
    }

    void connect() {
        if (admin == null) {
            String brokers = layout.wiring().map(Wiring::bootstrapServersForKit).orElseGet(this::bootstrapServers);
            admin = KitAdmin.connect(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers));
        }
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

    Stream<Node> nodes() {
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
        if (!capabilities().contains(Capability.ADD_BROKER)) {
            throw new UnsupportedOperationException(
                    "This cluster does not allow " + Capability.ADD_BROKER.description());
        }
        hurt = true;
        int id = brokers.get(brokers.size() - 1).id() + 1;
        Node node;
        try (Ports ports = Ports.hold(1)) {
            node = layout.layOut(new NodePlan(id, NodePlan.Role.BROKER, ports.get(0), 0));
        }
        ProcessBroker broker = new ProcessBroker(node, this);
        brokers.add(broker);
        broker.start();
        return broker;
    }

    /** Called by a broker that was launched again: returns when it serves. */
    void awaitBack(Node node) {
        awaitListening(node); // it listens only once the controller has let it in
        Readiness.awaitBrokersAmongOthers(admin, Set.of(node.plan().id()), START_LIMIT, node::failIfDead);
    }

    void hurt() {
        hurt = true;
    }

    int clientPort(Node broker) {
        return layout.clientPort(broker.plan());
    }

    /** What the connections go through, for somebody who is about to cut or mend them. */
    Wiring wiring() {
        layout.spec().requireCuttable();
        hurt();
        return layout.wiring().orElseThrow();
    }

    /** @throws ClusterException if the node is cut off: the controller could not let it in */
    void requireConnected(Node node) {
        if (layout.wiring().filter(wiring -> wiring.isCut(node.plan().id())).isPresent()) {
            throw new ClusterException(
                    node.name() + " is cut off and could not register: reconnect() it before start().");
        }
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        if (outlivesTests()) {
            all.remove(Capability.ADD_BROKER); // a JVM that is killed could not take the broker away again
        }
        // Which brokers there are is part of the wiring: each has a way to each other.
        all.remove(layout.spec().cuttable() ? Capability.ADD_BROKER : Capability.CUT);
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
        layout.wiring().ifPresent(Wiring::mendAll);
        nodes().forEach(Node::thaw);
        List<Node> dead = nodes().filter(node -> !node.isRunning()).toList();
        endRegistrations(dead);
        dead.forEach(Node::launch);
        dead.forEach(this::awaitListening);
        awaitRegistered();
        takeAddedBrokersAway();
        PreferredLeaders.bringBack(admin, START_LIMIT);
        hurt = false;
    }

    /** Of those brokers that were killed, where somebody is left to do it. */
    private void endRegistrations(List<Node> dead) {
        boolean controllersLive = !controllers.isEmpty() && dead.stream().noneMatch(controllers::contains);
        if (controllersLive && brokers.stream().anyMatch(ProcessBroker::isRunning)) {
            Registrations.end(admin, dead.stream().map(node -> node.plan().id()).toList());
        }
    }

    private void takeAddedBrokersAway() {
        int originals = layout.spec().brokers();
        if (brokers.size() == originals) {
            return;
        }
        List<ProcessBroker> added = brokers.subList(originals, brokers.size());
        Decommission decommission = new Decommission(
                admin,
                added.stream().map(Broker::id).collect(Collectors.toSet()),
                brokers.stream().limit(originals).map(Broker::id).toList());
        decommission.moveReplicas(START_LIMIT);
        added.forEach(broker -> broker.node().kill());
        decommission.forget();
        added.clear();
        awaitRegistered();
    }

    @Override
    public String backend() {
        return "process";
    }

    /** SIGKILL for all at once: an orderly shutdown of a whole quorum waits for a majority that is gone. */
    void endProcesses() {
        nodes().toList().forEach(Node::kill);
        disconnect();
        layout.wiring().ifPresent(Wiring::close);
    }

    private void disconnect() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    @Override
    public boolean outlivesTests() {
        return layout.lifeline().outlivesStarter();
    }

    @Override
    public void close() {
        if (outlivesTests()) {
            nodes().forEach(Node::thaw); // whoever uses it next could not
            disconnect();
            return;
        }
        endProcesses();
        Workspace.delete(layout.folder());
    }
}
