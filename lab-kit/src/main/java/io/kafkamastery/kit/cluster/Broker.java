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
     * Its log directory, readable by this process: the real one, or a fresh copy for a broker in a container. Needs
     * {@link Capability#LOG_DIRS}.
     */
    Path logDirectory();

    /** The last lines that it wrote to its log; empty where the backend cannot tell. */
    List<String> logTail(int lines);
}
