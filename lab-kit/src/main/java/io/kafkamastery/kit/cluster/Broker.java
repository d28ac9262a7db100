package io.kafkamastery.kit.cluster;

import java.nio.file.Path;
import java.util.List;

/**
 * One broker of a cluster. All methods return when the deed is done as far as the operating system goes; what Kafka makes
 * of it (an election, a shrinking ISR) is for the caller to await.
 *
 * <p>A method that the cluster lacks the {@link Capability} for throws {@link UnsupportedOperationException}.
 */
public interface Broker {

    /** The node id, as Kafka reports it. */
    int id();

    /** Where clients reach it, as {@code host:port}; the same after a restart. */
    String address();

    /** Whether its process exists: also true while it is paused. */
    boolean isRunning();

    /** Ends it without warning (SIGKILL). Needs {@link Capability#KILL}. Does nothing to a dead broker. */
    void kill();

    /** Asks it to shut down in order (SIGTERM), and waits at most 30 seconds. Needs {@link Capability#KILL}. */
    void stop();

    /**
     * Starts it again on the same address and data, and waits until it has registered with the controller and answers
     * clients. Needs {@link Capability#KILL}. Does nothing to a running broker.
     *
     * @throws ClusterException if it does not come up; the message ends with the last lines of its log
     */
    void start();

    /** Freezes it (SIGSTOP): connections stay open, nothing is answered. Needs {@link Capability#PAUSE}. */
    void pause();

    /** Lets a paused broker go on (SIGCONT). Needs {@link Capability#PAUSE}. Does nothing to one that is not paused. */
    void resume();

    /**
     * Cuts it off from everybody: clients, the other brokers and the controller. Its process lives on and thinks what it
     * thought before: unlike a {@linkplain #pause() paused} broker it goes on working, with nobody to hear it.
     *
     * <p>The kit cuts real connections, outside of the broker. A cluster of processes has a small relay in front of each
     * listener and before the controller's, and closes there what is open and what comes. A cluster of containers has one
     * network for clients and another for the cluster, and the engine unplugs the container from them. So the ends learn of
     * it in different ways, as they do in real networks: a connection breaks, or it falls silent until a time-out.
     *
     * <p>Needs {@link Capability#CUT}, which a cluster has if it was asked for with {@link ClusterSpec#cuttable()}.
     */
    default void cutOff() {
        cutOffFromClients();
        cutOffFromCluster();
    }

    /**
     * Cuts it off from its clients only: to the cluster it is a healthy broker, leads its partitions and follows others.
     * Needs {@link Capability#CUT}.
     */
    void cutOffFromClients();

    /**
     * Cuts it off from the other brokers and the controller only, both ways. It is soon fenced and replaced as a leader,
     * but does not know: it goes on answering its clients as if nothing had happened. Those who ask another broker hear of
     * the new leader there. Needs {@link Capability#CUT}.
     */
    void cutOffFromCluster();

    /** Mends all its cuts. Needs {@link Capability#CUT}. Does nothing to a broker that is not cut off. */
    void reconnect();

    /**
     * Its log directory, readable by this process: the real one, or a fresh copy for a broker in a container. Needs
     * {@link Capability#LOG_DIRS}.
     */
    Path logDirectory();

    /** The last lines that it wrote to its log; empty where the backend cannot tell. */
    List<String> logTail(int lines);
}
