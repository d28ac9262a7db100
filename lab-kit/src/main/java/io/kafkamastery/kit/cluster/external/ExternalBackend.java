package io.kafkamastery.kit.cluster.external;

import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.Broker;
import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.KitAdmin;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;

/** Connects to a cluster that is already there, and does nothing to it but what any client may do. */
public final class ExternalBackend implements Backend {

    private static final int ANSWER_WITHIN_MILLIS = 10_000;

    private final String bootstrapServers;

    /** @param bootstrapServers as given in {@code -Dlab.bootstrap} */
    public ExternalBackend(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public String name() {
        return "external";
    }

    @Override
    public KafkaCluster start(ClusterSpec spec) {
        Map<String, Object> config = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        Admin admin = connect(config);
        try {
            Collection<Node> nodes = admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_WITHIN_MILLIS))
                    .nodes()
                    .get(ANSWER_WITHIN_MILLIS + 1_000, TimeUnit.MILLISECONDS);
            List<Broker> brokers = nodes.stream()
                    .sorted(Comparator.comparingInt(Node::id))
                    .<Broker>map(ExternalBroker::new)
                    .toList();
            return new ExternalCluster(bootstrapServers, config, admin, brokers);
        } catch (ExecutionException | TimeoutException e) {
            admin.close(java.time.Duration.ZERO);
            throw unreachable(e);
        } catch (InterruptedException e) {
            admin.close(java.time.Duration.ZERO);
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private Admin connect(Map<String, Object> config) {
        try {
            return KitAdmin.connect(config);
        } catch (KafkaException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new ClusterException(
                    "-Dlab.bootstrap=" + bootstrapServers + " cannot be used: " + reason.getMessage()
                            + ". It should look like localhost:9092, several addresses separated by commas.",
                    e);
        }
    }

    private ClusterException unreachable(Exception e) {
        return new ClusterException(
                "No Kafka broker answered at " + bootstrapServers + " within " + ANSWER_WITHIN_MILLIS / 1_000
                        + " s. Check that it runs and that -Dlab.bootstrap names its advertised address,"
                        + " or leave -Dlab.backend=external out to let the course start its own.",
                e);
    }

    private record ExternalCluster(
            String bootstrapServers, Map<String, Object> clientConfig, Admin admin, List<Broker> brokers)
            implements KafkaCluster {

        @Override
        public Broker addBroker() {
            throw lacks(Capability.ADD_BROKER);
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public void heal() {
            // Nothing here can hurt it.
        }

        @Override
        public String backend() {
            return "external";
        }

        @Override
        public boolean outlivesTests() {
            return true;
        }

        @Override
        public void close() {
            admin.close();
        }
    }

    private record ExternalBroker(Node node) implements Broker {

        @Override
        public int id() {
            return node.id();
        }

        @Override
        public String address() {
            return node.host() + ":" + node.port();
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public void kill() {
            throw lacks(Capability.KILL);
        }

        @Override
        public void stop() {
            throw lacks(Capability.KILL);
        }

        @Override
        public void start() {
            throw lacks(Capability.KILL);
        }

        @Override
        public void pause() {
            throw lacks(Capability.PAUSE);
        }

        @Override
        public void resume() {
            throw lacks(Capability.PAUSE);
        }

        @Override
        public void cutOffFromClients() {
            throw lacks(Capability.CUT);
        }

        @Override
        public void cutOffFromCluster() {
            throw lacks(Capability.CUT);
        }

        @Override
        public void reconnect() {
            throw lacks(Capability.CUT);
        }

        @Override
        public Path logDirectory() {
            throw lacks(Capability.LOG_DIRS);
        }

        @Override
        public List<String> logTail(int lines) {
            return List.of();
        }
    }

    private static UnsupportedOperationException lacks(Capability capability) {
        return new UnsupportedOperationException("An external cluster does not allow " + capability.description()
                + ": put @Requires(" + capability + ") on the criterion");
    }
}
