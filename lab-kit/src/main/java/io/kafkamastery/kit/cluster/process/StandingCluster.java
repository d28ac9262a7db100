package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.Notice;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.Ports;
import io.kafkamastery.kit.cluster.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * A cluster of processes that stays when the JVM that started it ends: a learner's own, to play with. All that there is to
 * know about it lies in its folder, so that any JVM finds it, and removing the folder ends it.
 */
public final class StandingCluster {

    /** Where it lives, below the root of the course. */
    private static final Path FOLDER = Path.of(".lab", "cluster");

    /** Set to false, tests leave it alone and start their own. */
    private static final String USE = "lab.standing";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final StandingState state;
    private final ProcessCluster cluster;

    private StandingCluster(StandingState state, ProcessCluster cluster) {
        this.state = state;
        this.cluster = cluster;
    }

    /** The folder of the cluster that belongs to a course. */
    public static Path folderIn(Path courseRoot) {
        return courseRoot.resolve(FOLDER);
    }

    /** The cluster in that folder, if there is one: dead or alive. */
    public static Optional<StandingCluster> in(Path folder) {
        return StandingState.read(folder)
                .map(state -> new StandingCluster(state, ProcessCluster.adopt(state.layout(folder))));
    }

    boolean isLarge() {
        return state.spec().brokers() > 1;
    }

    /** Whether every one of its processes runs. */
    boolean isComplete() {
        return cluster.nodes().allMatch(Node::isRunning);
    }

    /** Whether at least one of its processes runs; none does after the machine was restarted, for example. */
    public boolean isUp() {
        return cluster.nodes().anyMatch(Node::isRunning);
    }

    /**
     * Starts one, and returns when every broker answers clients. What one that is not up any more has left is removed.
     *
     * @param ports what {@link #portsFrom} says
     * @throws ClusterException if one is up already, a port is taken, or it does not start; nothing is left behind then
     */
    public static StandingCluster up(Path folder, ClusterSpec spec, List<Integer> ports) {
        return up(folder, spec, ports, OptionalLong.empty());
    }

    /** @param owner a process that it is to end with; without one it stays until {@link #down} */
    static StandingCluster up(Path folder, ClusterSpec spec, List<Integer> ports, OptionalLong owner) {
        if (folder.toString().contains(",")) {
            throw new ClusterException(
                    "Kafka takes a comma for the end of a folder's name, so that no broker can live in " + folder
                            + ". Move the course to a folder without a comma in its name.");
        }
        try (var lock = StandingState.lock(folder)) {
            if (in(folder).filter(StandingCluster::isUp).isPresent()) {
                throw new ClusterException("A cluster is already up in " + folder + ".");
            }
            Workspace.endProcessesOf(folder);
            Workspace.delete(folder);
            return start(folder, spec, ports, owner);
        }
    }

    private static StandingCluster start(Path folder, ClusterSpec spec, List<Integer> ports, OptionalLong owner) {
        StandingState state = new StandingState(
                AppInfoParser.getVersion(), spec, Uuid.randomUuid().toString(), ports, Instant.now(), owner);
        ProcessCluster cluster;
        try (Ports held = Ports.hold(ports)) {
            state.write(folder); // before the first process, so that whatever happens it can be found
            cluster = ProcessCluster.layOut(state.layout(folder));
        }
        try {
            cluster.start();
        } catch (ClusterException e) {
            cluster.endProcesses();
            Workspace.delete(folder);
            throw e;
        }
        return new StandingCluster(state, cluster);
    }

    /** The ports of a cluster of that size, brokers on even and controllers on odd ones if the first is even. */
    public static List<Integer> portsFrom(int first, ClusterSpec spec) {
        return StandingState.portsFrom(first, spec);
    }

    /**
     * The learner's cluster, for tests that ask for just such a one: a check then starts no broker at all. Not for tests
     * that want several brokers, because those hurt them.
     */
    static Optional<KafkaCluster> forTests(ClusterSpec spec) {
        return spec.equals(ClusterSpec.of(1))
                ? suitable().flatMap(StandingCluster::connectIfItAnswers)
                : Optional.empty();
    }

    /** Whether tests that ask for a single broker would be given the learner's. */
    public static boolean servesTests() {
        return suitable().isPresent();
    }

    private static Optional<StandingCluster> suitable() {
        return Boolean.parseBoolean(System.getProperty(USE, "true"))
                ? above(Path.of("").toAbsolutePath())
                        .filter(standing -> standing.state.fits(ClusterSpec.of(1)) && standing.isUp())
                : Optional.empty();
    }

    private static Optional<StandingCluster> above(Path start) {
        for (Path root = start; root != null; root = root.getParent()) {
            if (Files.isDirectory(folderIn(root))) {
                return in(folderIn(root));
            }
        }
        return Optional.empty();
    }

    private Optional<KafkaCluster> connectIfItAnswers() {
        KafkaCluster connected = connect();
        try {
            Readiness.awaitBrokers(connected.admin(), Set.of(1), ANSWER_WITHIN, () -> {});
            Notice.say("Using the broker of 'lab cluster up' at " + bootstrapServers() + ".");
            return Optional.of(connected);
        } catch (ClusterException unhealthy) {
            connected.close();
            Notice.say("Starting another broker, because that of 'lab cluster up' does not answer.");
            return Optional.empty();
        }
    }

    /** A view of it for clients and tests; closing that leaves the cluster as it is. */
    public KafkaCluster connect() {
        cluster.connect();
        return cluster;
    }

    public String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    public Instant since() {
        return state.started();
    }

    public String kafkaVersion() {
        return state.kafkaVersion();
    }

    /** Its nodes as they are now, controllers first. */
    public List<Member> members() {
        return cluster.nodes().map(Member::of).toList();
    }

    /** Where the node writes its log. */
    public Path log(int id) {
        return node(id).log();
    }

    /** Ends the node's process without warning. */
    public void kill(int id) {
        node(id).kill();
    }

    /** Freezes the node's process, until {@link #resume}. */
    public void pause(int id) {
        Node node = node(id);
        Processes.freeze(node.process()
                .orElseThrow(() -> new ClusterException(node.name() + " does not run; resume it first.")));
    }

    /** Lets a paused node go on, or starts a dead one again and waits until it serves. */
    public void resume(int id) {
        Node node = node(id);
        Optional<ProcessHandle> running = node.process();
        if (running.isPresent()) {
            Processes.thaw(running.get());
            return;
        }
        node.launch();
        cluster.connect();
        cluster.awaitBack(node);
        cluster.close();
    }

    private Node node(int id) {
        return cluster.nodes()
                .filter(node -> node.plan().id() == id)
                .findFirst()
                .orElseThrow(() -> new ClusterException("There is no node " + id + " in this cluster; there are "
                        + cluster.nodes().map(node -> node.plan().id()).toList() + "."));
    }

    /** Ends what runs in the folder, and removes it with all that was stored. */
    public static void down(Path folder) {
        try (var lock = StandingState.lock(folder)) {
            Workspace.endProcessesOf(folder);
            Workspace.delete(folder);
        }
        if (Files.exists(folder)) {
            throw new ClusterException("Not all of " + folder + " could be removed. Its processes have ended;"
                    + " remove the folder by hand.");
        }
        try {
            Files.deleteIfExists(StandingState.lockFile(folder));
        } catch (IOException anotherHasIt) {
            // Then it is in use.
        }
    }
}
