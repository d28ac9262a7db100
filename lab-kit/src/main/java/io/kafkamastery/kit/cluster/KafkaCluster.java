package io.kafkamastery.kit.cluster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real Kafka cluster that a test may use and, where its capabilities allow, hurt.
 *
 * <p>Clusters are shared: a test leaves behind a cluster that {@link #heal()} can mend, and takes topic and group names
 * that nobody else uses.
 */
public interface KafkaCluster extends AutoCloseable {

    /** The addresses that a client starts from, as {@code host:port,host:port}. */
    String bootstrapServers();

    /** What a client needs to connect: the bootstrap servers, and security settings where the cluster asks for them. */
    Map<String, Object> clientConfig();

    /**
     * An Admin client of the kit's own, shared by everybody in this JVM: do not close it. Its requests time out after
     * 15 seconds. It sides with the cluster: it reaches a broker that is cut off from clients, but not one that is cut off
     * from the cluster, and so never hears from a leader that does not know it was replaced.
     */
    Admin admin();

    /** The brokers that belong to the cluster, dead ones included, by ascending id. */
    List<Broker> brokers();

    /**
     * @return the broker with that id
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    default Broker broker(int id) {
        return brokers().stream()
                .filter(broker -> broker.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no broker " + id + " in this cluster; there are "
                                + brokers().stream().map(Broker::id).toList()));
    }

    /**
     * Starts one more broker, ready when this returns. Closing the cluster or {@link #heal()} takes it away again.
     *
     * @throws UnsupportedOperationException without {@link Capability#ADD_BROKER}
     */
    Broker addBroker();

    /** What can be done to this cluster. What is missing here makes a criterion "cannot check here", never a failure. */
    Set<Capability> capabilities();

    /**
     * Mends what tests have done: every broker up, resumed and reconnected, added brokers gone, every partition with a
     * full in-sync replica set and led by its preferred replica. Costs nothing if nothing was hurt.
     *
     * @throws ClusterException if the cluster could not be brought back within a minute
     */
    void heal();

    /** Which backend runs it, in one word: {@code docker}, {@code process} or {@code external}. */
    String backend();

    /**
     * Whether it stays when the tests are over, so that they have to clean up after themselves: somebody else's cluster,
     * or the one that a learner keeps running.
     */
    default boolean outlivesTests() {
        return false;
    }

    /** Ends it at once and removes all that it left on this machine. One that outlives the tests is only disconnected from. */
    @Override
    void close();
}
