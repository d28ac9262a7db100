package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.cluster.Broker;
import java.nio.file.Path;
import java.util.List;

/** A broker of a {@link DockerCluster}, as tests see it. */
final class DockerBroker implements Broker {

    private final int id;
    private final String host;
    private final int port;
    private final NodeContainer container;
    private final DockerCluster cluster;

    DockerBroker(int id, String host, int port, NodeContainer container, DockerCluster cluster) {
        this.id = id;
        this.host = host;
        this.port = port;
        this.container = container;
        this.cluster = cluster;
    }

    NodeContainer container() {
        return container;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String address() {
        return host + ":" + port;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    @Override
    public void kill() {
        cluster.hurt();
        container.kill();
    }

    @Override
    public void stop() {
        cluster.hurt();
        container.resume(); // a frozen process cannot shut down in order
        container.stop();
    }

    @Override
    public void start() {
        if (!isRunning()) {
            cluster.requireConnected(this);
            container.start();
            cluster.awaitBack(this);
        }
    }

    @Override
    public void pause() {
        cluster.hurt();
        container.pause();
    }

    @Override
    public void resume() {
        container.resume();
    }

    @Override
    public void cutOffFromClients() {
        cluster.cuttableNetworks().cutFromClients(this);
    }

    @Override
    public void cutOffFromCluster() {
        cluster.cuttableNetworks().cutFromCluster(this);
    }

    @Override
    public void reconnect() {
        cluster.cuttableNetworks().mend(this);
    }

    @Override
    public Path logDirectory() {
        return cluster.logCopies().copyFrom(container);
    }

    @Override
    public List<String> logTail(int lines) {
        return container.logTail(lines);
    }

    @Override
    public String toString() {
        return "broker " + id + " at " + address();
    }
}
