package io.kafkamastery.kit.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import io.kafkamastery.kit.cluster.ClusterException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * The Docker engine of this machine: one connection for the whole JVM.
 *
 * <p>Testcontainers only finds the engine. Its reaper container is not started: that would be one more image to pull and
 * one more second to wait for, and {@link Leftovers} does its work with labels alone.
 *
 * @param client speaks to the engine; never to be closed
 * @param version for people, for example {@code 28.2.2}
 * @param host where published ports are reached
 */
record DockerEngine(DockerClient client, String version, String host) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECT_SECONDS = 15;
    private static final int MOST_SUBNET_CLASHES = 10; // several JVMs may start clusters at once

    /** Connects, or tells in one clause why not. */
    static DockerEngine connect() throws EngineUnusable {
        EngineProbe.check(EngineProbe.addresses());
        CompletableFuture<DockerEngine> engine = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        engine.complete(open());
                    } catch (RuntimeException | Error e) {
                        engine.completeExceptionally(e);
                    }
                },
                "docker-connect");
        thread.setDaemon(true);
        thread.start();
        try {
            return engine.get(CONNECT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new EngineUnusable(
                    "what answers is no Docker engine that Testcontainers can use (" + EngineMessage.of(e.getCause())
                            + ")",
                    "See what 'docker info' says");
        } catch (TimeoutException e) {
            throw new EngineUnusable(
                    "the Docker engine stopped answering for " + CONNECT_SECONDS + " s", "Restart Docker");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnusable("the connection to the Docker engine was interrupted", "Try again");
        }
    }

    /** Whether an image is in the engine. */
    boolean has(String image) {
        try {
            client.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Makes a network, on which containers find each other by name and can have addresses of their choice. The engine
     * allows the latter only where the subnet was chosen too; so it is asked for one that is free first.
     *
     * @param internal whether nothing outside of it can be reached on it, published ports included
     */
    Subnet createSubnet(String name, boolean internal) {
        for (int clashes = 0; ; clashes++) {
            createNetwork(name, internal, new Network.Ipam());
            String range = client.inspectNetworkCmd().withNetworkId(name).exec().getIpam().getConfig().stream()
                    .map(Network.Ipam.Config::getSubnet)
                    .filter(subnet -> subnet.contains("."))
                    .findFirst()
                    .orElseThrow(() -> new ClusterException("Docker made a network without an IPv4 subnet"));
            client.removeNetworkCmd(name).exec();
            try {
                createNetwork(
                        name, internal, new Network.Ipam().withConfig(new Network.Ipam.Config().withSubnet(range)));
                return new Subnet(name, range);
            } catch (ClusterException takenMeanwhile) {
                if (clashes == MOST_SUBNET_CLASHES) {
                    throw takenMeanwhile;
                }
            }
        }
    }

    private void createNetwork(String name, boolean internal, Network.Ipam addresses) {
        try {
            client.createNetworkCmd()
                    .withName(name)
                    .withInternal(internal)
                    .withIpam(addresses)
                    .withLabels(Leftovers.labels())
                    .exec();
        } catch (RuntimeException e) {
            throw new ClusterException(
                    "Docker could not create a network: " + EngineMessage.of(e)
                            + " (if it has too many already, remove unused ones with 'docker network prune')",
                    e);
        }
    }

    /** Where the engine binds published ports: unless it is far away, nobody else on the network shall reach them. */
    String bindAddress() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress() ? LOOPBACK : "0.0.0.0";
        } catch (UnknownHostException e) {
            return "0.0.0.0";
        }
    }

    private static DockerEngine open() {
        TransportConfig transport = DockerClientFactory.instance().getTransportConfig();
        DockerClient client = DockerClientProviderStrategy.getClientForConfig(transport);
        // Distributions append their own to it: 20.10.24+dfsg1.
        String version = client.versionCmd().exec().getVersion().split("[+~-]")[0];
        return new DockerEngine(client, version, hostOf(transport.getDockerHost(), client));
    }

    private static String hostOf(URI engine, DockerClient client) {
        String override = System.getenv("TESTCONTAINERS_HOST_OVERRIDE");
        if (override != null && !override.isBlank()) {
            return override.equals("localhost") ? LOOPBACK : override;
        }
        if (engine.getHost() != null) {
            return engine.getHost();
        }
        boolean inContainer = new File("/.dockerenv").exists();
        return inContainer ? hostBesideContainers(client) : LOOPBACK;
    }

    /**
     * For a JVM that itself runs in a container: the engine is either in the same container, or outside, and then its
     * ports are behind the gateway of the bridge.
     */
    private static String hostBesideContainers(DockerClient client) {
        try {
            Network bridge = client.inspectNetworkCmd().withNetworkId("bridge").exec();
            String gateway = bridge.getIpam().getConfig().get(0).getGateway();
            boolean isHere = NetworkInterface.getByInetAddress(InetAddress.getByName(gateway)) != null;
            return isHere ? LOOPBACK : gateway;
        } catch (RuntimeException | IOException noBridge) {
            return LOOPBACK;
        }
    }
}
