package io.kafkamastery.kit.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import io.kafkamastery.kit.cluster.ClusterException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The container of one node. It is killed, frozen and started again, and removed only at the very end: what the node
 * wrote is inside.
 */
final class NodeContainer {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration LOG_LIMIT = Duration.ofSeconds(5);

    /**
     * The image's own start, which writes the properties and formats the storage; unless that was done before, by itself
     * or with a {@link StorageTemplate}: doing it again would cost the start of one more JVM, and images differ in whether
     * they put up with it. The last line is for an image that has Kafka's jars but not its scripts.
     */
    private static final String START = """
            [ -f %1$s/meta.properties ] || exec /etc/kafka/docker/run
            export KAFKA_JVM_PERFORMANCE_OPTS=-XX:SharedArchiveFile=/opt/kafka/kafka.jsa
            start=/opt/kafka/bin/kafka-server-start.sh
            [ -x $start ] && exec $start %2$s
            exec java $KAFKA_HEAP_OPTS $KAFKA_JVM_PERFORMANCE_OPTS \
                -Dlog4j2.configurationFile=/etc/kafka/docker/log4j2.yaml \
                -cp "$(printf '%%s:' /opt/kafka/libs/*.jar)" kafka.Kafka %2$s
            """.formatted(NodeSettings.LOG_DIRECTORY, NodeSettings.SERVER_PROPERTIES);

    private final DockerClient client;
    private final String name;
    private final String id;

    private NodeContainer(DockerClient client, String name, String id) {
        this.client = client;
        this.name = name;
        this.id = id;
    }

    /**
     * Creates it, not running yet.
     *
     * @param network its network, whose name starts the container's name
     * @param ports bound on the engine's host under the same numbers; none for a controller
     */
    static NodeContainer create(
            DockerEngine engine, Subnet network, int id, Map<String, String> environment, List<Integer> ports) {
        String hostName = NodeSettings.hostName(id);
        HostConfig host = HostConfig.newHostConfig().withNetworkMode(network.name());
        return create(engine, network.name() + "-" + hostName, host, environment, ports, command -> {
            command.withHostName(hostName).withAliases(hostName);
            // Controllers are never killed: they keep the address that the engine gives them.
            return ports.isEmpty() ? command : command.withIpv4Address(network.address(id));
        });
    }

    /** Creates a broker's on two networks, so that it can be {@linkplain #unplug unplugged} from either. */
    static NodeContainer create(
            DockerEngine engine, TwoNetworks networks, int id, Map<String, String> environment, List<Integer> ports) {
        String hostName = NodeSettings.hostName(id);
        // It finds itself by its name whatever it is plugged into; others find it on the cluster's network only.
        HostConfig host = HostConfig.newHostConfig()
                .withNetworkMode(networks.clients().name())
                .withExtraHosts(hostName + ":127.0.0.1");
        String name = networks.cluster().name() + "-" + hostName;
        NodeContainer container = create(
                engine,
                name,
                host,
                environment,
                ports,
                command -> command.withIpv4Address(networks.clients().address(id)));
        networks.plugIntoCluster(container, id);
        return container;
    }

    private static NodeContainer create(
            DockerEngine engine,
            String name,
            HostConfig host,
            Map<String, String> environment,
            List<Integer> ports,
            UnaryOperator<CreateContainerCmd> onNetwork) {
        try (CreateContainerCmd create = engine.client().createContainerCmd(DockerBackend.image())) {
            List<ExposedPort> exposed = ports.stream().map(ExposedPort::tcp).toList();
            host.withPortBindings(exposed.stream()
                    .map(port -> new PortBinding(Binding.bindIpAndPort(engine.bindAddress(), port.getPort()), port))
                    .toList());
            create.withExposedPorts(exposed);
            String id = onNetwork
                    .apply(create)
                    .withName(name)
                    .withLabels(Leftovers.labels())
                    .withEnv(environment.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue())
                            .toList())
                    .withHostConfig(host)
                    .withCmd("bash", "-c", START)
                    .exec()
                    .getId();
            return new NodeContainer(engine.client(), name, id);
        } catch (RuntimeException e) {
            throw failed("create the container " + name, e);
        }
    }

    /** Puts files into it. */
    void unpack(InputStream tar) {
        attempt(
                "copy files into",
                () -> client.copyArchiveToContainerCmd(id)
                        .withRemotePath("/")
                        .withTarInputStream(tar)
                        .exec());
    }

    /** Does nothing to a running one. */
    void start() {
        attempt("start", () -> {
            try {
                return client.startContainerCmd(id).exec();
            } catch (NotModifiedException alreadyRunning) {
                return null;
            }
        });
    }

    /** SIGKILL, frozen or not; returns when it is dead. */
    void kill() {
        attempt("kill", () -> {
            try {
                return client.killContainerCmd(id).withSignal("SIGKILL").exec();
            } catch (ConflictException notRunning) {
                return null;
            }
        });
    }

    /** SIGTERM, and SIGKILL when the time is up. */
    void stop() {
        attempt("stop", () -> {
            try {
                return client.stopContainerCmd(id)
                        .withTimeout((int) STOP_LIMIT.toSeconds())
                        .exec();
            } catch (NotModifiedException alreadyStopped) {
                return null;
            }
        });
    }

    void pause() {
        if (!isPaused()) {
            attempt("pause", () -> client.pauseContainerCmd(id).exec());
        }
    }

    void resume() {
        if (isPaused()) {
            attempt("resume", () -> client.unpauseContainerCmd(id).exec());
        }
    }

    /** Running again, whatever was done to it. */
    void revive() {
        resume();
        start();
    }

    /** Also true while it is paused. */
    boolean isRunning() {
        return Boolean.TRUE.equals(state().getRunning());
    }

    boolean isPaused() {
        return Boolean.TRUE.equals(state().getPaused());
    }

    private ContainerState state() {
        return inspect().getState();
    }

    private InspectContainerResponse inspect() {
        return attempt("look at", () -> client.inspectContainerCmd(id).exec());
    }

    /**
     * Connects it to a network. Does nothing if it is connected.
     *
     * @param names by which others find it there
     */
    void plug(String network, String address, String... names) {
        if (!isPlugged(network)) {
            attempt(
                    "plug " + network + " into",
                    () -> client.connectToNetworkCmd()
                            .withContainerId(id)
                            .withNetworkId(network)
                            .withContainerNetwork(new ContainerNetwork()
                                    .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address))
                                    .withAliases(names))
                            .exec());
        }
    }

    /** Disconnects it from a network; from then on no packet comes or goes there. Does nothing if it is disconnected. */
    void unplug(String network) {
        if (isPlugged(network)) {
            attempt(
                    "unplug " + network + " from",
                    () -> client.disconnectFromNetworkCmd()
                            .withContainerId(id)
                            .withNetworkId(network)
                            .exec());
        }
    }

    boolean isPlugged(String network) {
        return inspect().getNetworkSettings().getNetworks().containsKey(network);
    }

    /** A tar archive of one of its folders; the container need not run. */
    InputStream archive(String folder) {
        return attempt(
                "copy from",
                () -> client.copyArchiveFromContainerCmd(id, folder).exec());
    }

    /** The last lines that it wrote, empty if they cannot be had. */
    List<String> logTail(int lines) {
        StringBuffer text = new StringBuffer();
        try (var frames = new ResultCallback.Adapter<Frame>() {
            @Override
            public void onNext(Frame frame) {
                text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
            }
        }) {
            client.logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(lines)
                    .exec(frames);
            frames.awaitCompletion(LOG_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception gone) {
            return List.of();
        }
        return text.toString().lines().toList();
    }

    /** Kills and removes it, with what it wrote. Does nothing if it is gone. */
    void remove() {
        Leftovers.removeContainer(client, id);
    }

    private <T> T attempt(String deed, Supplier<T> command) {
        try {
            return command.get();
        } catch (NotFoundException e) {
            throw new ClusterException(
                    "The container " + name + " is gone: its cluster was closed or healed, or somebody removed it.", e);
        } catch (RuntimeException e) {
            throw failed(deed + " the container " + name, e);
        }
    }

    /** Whether a start failed because somebody else has the port. */
    static boolean isPortClash(ClusterException e) {
        return e.getCause() != null
                && Stream.of("port is already allocated", "address already in use", "Ports are not available")
                        .anyMatch(EngineMessage.of(e.getCause())::contains);
    }

    private static ClusterException failed(String deed, RuntimeException e) {
        return new ClusterException("Docker could not " + deed + ": " + EngineMessage.of(e), e);
    }

    @Override
    public String toString() {
        return name;
    }
}
