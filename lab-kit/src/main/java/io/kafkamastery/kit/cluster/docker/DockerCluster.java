package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.Decommission;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import io.kafkamastery.kit.cluster.Ports;
import io.kafkamastery.kit.cluster.PreferredLeaders;
import io.kafkamastery.kit.cluster.Readiness;
import io.kafkamastery.kit.cluster.Registrations;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A cluster whose nodes are containers on a Docker network of their own. */
final class DockerCluster implements KafkaCluster {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_PORT_CLASHES = 3;

    private final DockerEngine engine;
    private final ClusterSpec spec;
    private final StorageTemplate storage;
    private final String clusterId = Uuid.randomUuid().toString();
    private final NodeSettings settings;
    /** Of the network, and the beginning of every container's name. */
    private final String name = "kafka-mastery-" + UUID.randomUUID().toString().substring(0, 8);

    /** The one that nodes find each other on. */
    private Subnet network;

    /** Set if connections can be cut: that network, and another for clients. */
    private Optional<TwoNetworks> cuttable = Optional.empty();

    private final List<NodeContainer> containers = new CopyOnWriteArrayList<>();
    private final NavigableMap<Integer, DockerBroker> brokers = new ConcurrentSkipListMap<>();
    private final LogCopies logCopies = new LogCopies();
    private Admin admin;
    private volatile boolean hurt;

    DockerCluster(DockerEngine engine, StorageTemplate storage, ClusterSpec spec) {
        this.engine = engine;
        this.storage = storage;
        this.spec = spec;
        this.settings = new NodeSettings(spec, clusterId, engine.host());
    }

    /** Starts all nodes and returns when they serve. Whoever calls it closes the cluster, also if this fails. */
    void start() {
        if (spec.cuttable()) {
            cuttable = Optional.of(TwoNetworks.create(engine, name));
            network = cuttable.get().cluster();
        } else {
            network = engine.createSubnet(name, false);
        }
        List<Runnable> launches = Stream.concat(
                        settings.controllerIds().stream().<Runnable>map(id -> () -> launchController(id)),
                        originals().stream().<Runnable>map(id -> () -> launchBroker(id)))
                .toList();
        Parallel.run(launches);
        awaitAnswers(brokers.values(), containers);
        String servers = cuttable.map(TwoNetworks::bootstrapServersForKit).orElseGet(this::bootstrapServers);
        admin = KitAdmin.connect(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers));
        awaitRegistered(originals());
        if (spec.settings().isEmpty()) { // some would change what is learned
            storage.learnFrom(brokers.get(1).container());
        }
    }

    private List<Integer> originals() {
        return IntStream.rangeClosed(1, spec.brokers()).boxed().toList();
    }

    private void launchController(int id) {
        create(id, settings.controller(id), List.of()).start();
    }

    private DockerBroker launchBroker(int id) {
        for (int clashes = 0; ; clashes++) {
            int port;
            NodeContainer container;
            try (Ports ports = Ports.hold(cuttable.isPresent() ? 2 : 1)) {
                port = ports.get(0);
                Map<String, String> properties = settings.broker(id, addressForNodes(id), port);
                container = create(
                        id,
                        cuttable.map(networks -> networks.settings(properties, id, ports.get(1)))
                                .orElse(properties),
                        ports.numbers());
            }
            try {
                container.start();
                DockerBroker broker = new DockerBroker(id, engine.host(), port, container, this);
                brokers.put(id, broker);
                return broker;
            } catch (ClusterException e) {
                if (!NodeContainer.isPortClash(e) || clashes == MOST_PORT_CLASHES) {
                    throw e;
                }
                remove(container);
            }
        }
    }

    /**
     * An address, because the name of a broker that is dead is unknown: every attempt to reach it would ask resolvers far
     * away, and JVMs remember for 10 s that there was no answer. A broker that can be cut off has to find itself even when
     * it has left that network, which only its name makes possible.
     */
    private String addressForNodes(int id) {
        return cuttable.isPresent() ? NodeSettings.hostName(id) : network.address(id);
    }

    /** @param ports none for a controller */
    private NodeContainer create(int id, Map<String, String> properties, List<Integer> ports) {
        Map<String, String> environment = settings.environment(properties);
        NodeContainer container = cuttable.isPresent() && !ports.isEmpty()
                ? NodeContainer.create(engine, cuttable.get(), id, environment, ports)
                : NodeContainer.create(engine, network, id, environment, ports);
        containers.add(container);
        storage.filesFor(id, clusterId, properties).ifPresent(container::unpack);
        return container;
    }

    private void remove(NodeContainer container) {
        container.remove();
        containers.remove(container);
    }

    private void awaitAnswers(Collection<DockerBroker> some, Collection<NodeContainer> needed) {
        Runnable deathWatch = new DeathWatch(needed);
        some.forEach(broker -> Readiness.awaitAnswer(broker.host(), broker.port(), LIMIT, deathWatch));
    }

    private void awaitRegistered(Collection<Integer> ids) {
        Readiness.awaitBrokers(admin, Set.copyOf(ids), LIMIT, new DeathWatch(containers));
    }

    /** Called by a broker that was started again: returns when it serves, which it does once the controller let it in. */
    void awaitBack(DockerBroker broker) {
        awaitAnswers(List.of(broker), List.of(broker.container()));
    }

    @Override
    public String bootstrapServers() {
        return brokers.headMap(spec.brokers(), true).values().stream()
                .map(Broker::address)
                .collect(Collectors.joining(","));
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
        return List.copyOf(brokers.values());
    }

    @Override
    public synchronized Broker addBroker() {
        hurt();
        DockerBroker broker = launchBroker(brokers.lastKey() + 1);
        awaitBack(broker);
        return broker;
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        if (!spec.cuttable()) {
            all.remove(Capability.CUT);
        }
        return Set.copyOf(all);
    }

    /** The networks of a broker, for somebody who is about to cut it off or to reconnect it. */
    TwoNetworks cuttableNetworks() {
        spec.requireCuttable();
        hurt();
        return cuttable.orElseThrow();
    }

    /** @throws ClusterException if the broker is cut off: the controller could not let it in */
    void requireConnected(DockerBroker broker) {
        if (cuttable.filter(networks -> !networks.arePluggedInto(broker)).isPresent()) {
            throw new ClusterException(broker + " is cut off and could not register: reconnect() it before start().");
        }
    }

    /** To be called before something happens that {@link #heal()} has to mend. */
    void hurt() {
        hurt = true;
    }

    @Override
    public synchronized void heal() {
        if (!hurt && containers.stream().allMatch(NodeContainer::isRunning)) {
            return;
        }
        cuttable.ifPresent(networks -> brokers.values().forEach(networks::mend));
        endRegistrations();
        Parallel.run(containers.stream().<Runnable>map(node -> node::revive).toList());
        awaitAnswers(brokers.values(), containers);
        awaitRegistered(brokers.keySet());
        takeAddedAway();
        PreferredLeaders.bringBack(admin, LIMIT);
        hurt = false;
    }

    /** Of those brokers that were killed, where somebody is left to do it: controllers are never killed. */
    private void endRegistrations() {
        Map<Boolean, List<Broker>> running =
                brokers.values().stream().collect(Collectors.partitioningBy(Broker::isRunning));
        if (spec.controllers() > 0 && !running.get(true).isEmpty()) {
            brokers.values().forEach(DockerBroker::resume);
            Registrations.end(admin, running.get(false).stream().map(Broker::id).toList());
        }
    }

    private void takeAddedAway() {
        Map<Integer, DockerBroker> added = brokers.tailMap(spec.brokers(), false);
        if (added.isEmpty()) {
            return;
        }
        Decommission decommission = new Decommission(admin, added.keySet(), originals());
        decommission.moveReplicas(LIMIT);
        added.values().forEach(broker -> remove(broker.container()));
        decommission.forget();
        added.clear();
        awaitRegistered(originals());
    }

    @Override
    public String backend() {
        return "docker";
    }

    LogCopies logCopies() {
        return logCopies;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
        Parallel.run(
                containers.stream().<Runnable>map(node -> () -> remove(node)).toList());
        Leftovers.removeNetwork(engine.client(), name);
        if (spec.cuttable()) {
            Leftovers.removeNetwork(engine.client(), TwoNetworks.clientsOf(name));
        }
        cuttable.ifPresent(TwoNetworks::close);
        logCopies.close();
    }
}
