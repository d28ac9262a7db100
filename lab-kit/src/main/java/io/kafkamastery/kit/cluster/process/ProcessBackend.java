package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.cluster.Ports;
import io.kafkamastery.kit.cluster.Readiness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** Runs clusters as processes of this machine. */
public final class ProcessBackend implements Backend {

    private static final int MOST_PORT_CLASHES = 3;
    private static boolean swept;

    @Override
    public String name() {
        return "process";
    }

    @Override
    public KafkaCluster start(ClusterSpec spec) {
        Optional<KafkaCluster> standing = StandingCluster.forTests(spec);
        if (standing.isPresent()) {
            return standing.get();
        }
        // Relays live in this JVM: no later one could use a cluster that has them.
        Optional<KafkaCluster> hot = spec.cuttable() ? Optional.empty() : HotClusters.get(spec);
        if (hot.isPresent()) {
            return hot.get();
        }
        sweepOnce();
        Path workspace = Workspace.create();
        try {
            ClassArchive classes = classes(workspace);
            return start(spec, workspace, classes);
        } catch (RuntimeException e) {
            Workspace.delete(workspace);
            throw e;
        }
    }

    /** What brokers are launched with; made at the first call on this machine. */
    static ClassArchive classes(Path scratch) {
        return ClassArchive.open(scratch, ProcessBackend::train);
    }

    private static synchronized void sweepOnce() {
        if (!swept) {
            swept = true;
            Workspace.sweepLeftovers();
        }
    }

    private static KafkaCluster start(ClusterSpec spec, Path workspace, ClassArchive classes) {
        for (int clashes = 0; ; clashes++) {
            ProcessCluster cluster;
            try (Ports ports = Ports.hold(Layout.portsNeeded(spec));
                    Ports wired = Ports.hold(spec.cuttable() ? Wiring.portsNeeded(spec) : 0)) {
                cluster = ProcessCluster.layOut(new Layout(
                        spec,
                        workspace,
                        Uuid.randomUuid().toString(),
                        ports.numbers(),
                        Lifeline.STARTER,
                        () -> classes,
                        spec.cuttable()
                                ? Optional.of(new Wiring(Layout.plans(spec, ports.numbers()), wired.numbers()))
                                : Optional.empty()));
            }
            try {
                cluster.start();
                return cluster;
            } catch (ClusterException e) {
                boolean clash = cluster.lostAPort();
                cluster.endProcesses();
                if (!clash || clashes == MOST_PORT_CLASHES) {
                    throw e;
                }
            }
        }
    }

    /** Leads a broker through what labs do, so that its archive holds the classes that labs need. */
    private static void train(ClassArchive.Training training) {
        String clusterId = Uuid.randomUuid().toString();
        ClassArchive plain = ClassArchive.plain(training.classPath());
        NodePlan plan;
        try (Ports ports = Ports.hold(2)) {
            plan = new NodePlan(1, NodePlan.Role.COMBINED, ports.get(0), ports.get(1));
        }
        plan.writeTo(
                training.folder(),
                plan.network(plan.voter()),
                io.kafkamastery.kit.cluster.BrokerSettings.of(ClusterSpec.of(1)),
                clusterId,
                Optional.empty());
        Node node = new Node(plan, training.folder(), clusterId, () -> plain, Lifeline.STARTER);
        node.launchToArchive(training.archive());
        try {
            Readiness.awaitListening(NodePlan.HOST, plan.clientPort(), Duration.ofSeconds(60), node::failIfDead);
            exercise(plan, node);
            node.exit();
        } catch (IOException e) {
            throw new ClusterException("The training broker could not be asked to exit: " + e.getMessage(), e);
        } finally {
            node.kill();
        }
    }

    private static void exercise(NodePlan plan, Node node) {
        Map<String, Object> config =
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, NodePlan.HOST + ":" + plan.clientPort());
        try (Admin admin = KitAdmin.connect(config)) {
            Readiness.awaitBrokers(admin, Set.of(plan.id()), Duration.ofSeconds(60), node::failIfDead);
            admin.createTopics(List.of(new NewTopic("training", 1, (short) 1)));
            Readiness.awaitHealthyPartitions(admin, Duration.ofSeconds(30));
        }
    }
}
