package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.Broker;
import java.nio.file.Path;
import java.util.List;

/** A broker of a {@link ProcessCluster}, as tests see it. */
final class ProcessBroker implements Broker {

    private final Node node;
    private final ProcessCluster cluster;

    ProcessBroker(Node node, ProcessCluster cluster) {
        this.node = node;
        this.cluster = cluster;
    }

    Node node() {
        return node;
    }

    @Override
    public int id() {
        return node.plan().id();
    }

    @Override
    public String address() {
        return NodePlan.HOST + ":" + cluster.clientPort(node);
    }

    @Override
    public boolean isRunning() {
        return node.isRunning();
    }

    @Override
    public void kill() {
        cluster.hurt();
        node.kill();
    }

    @Override
    public void stop() {
        cluster.hurt();
        node.stop();
    }

    @Override
    public void start() {
        if (!node.isRunning()) {
            cluster.requireConnected(node);
            node.launch();
            cluster.awaitBack(node);
        }
    }

    @Override
    public void pause() {
        cluster.hurt();
        node.freeze();
    }

    @Override
    public void resume() {
        node.thaw();
    }

    @Override
    public void cutOffFromClients() {
        cluster.wiring().cutFromClients(id());
    }

    @Override
    public void cutOffFromCluster() {
        cluster.wiring().cutFromCluster(id());
    }

    @Override
    public void reconnect() {
        cluster.wiring().mend(id());
    }

    @Override
    public Path logDirectory() {
        return node.folder().resolve("data");
    }

    @Override
    public List<String> logTail(int lines) {
        return node.logTail(lines);
    }
}
