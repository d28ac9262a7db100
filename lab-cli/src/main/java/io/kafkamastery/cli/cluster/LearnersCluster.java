package io.kafkamastery.cli.cluster;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.kit.cluster.process.StandingCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;

/** Where the learner's cluster is: the one that 'cluster up' started, or whatever answers at Kafka's usual address. */
public final class LearnersCluster {

    static final int USUAL_PORT = 9092;

    private final Terminal terminal;
    private final Path folder;

    public LearnersCluster(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.folder = StandingCluster.folderIn(course.root());
    }

    Path folder() {
        return folder;
    }

    /** The cluster that 'cluster up' started, if one of its processes runs. */
    Optional<StandingCluster> up() {
        return StandingCluster.in(folder).filter(StandingCluster::isUp);
    }

    /**
     * The cluster of 'cluster up', dead or alive.
     *
     * @throws Refusal if there is none, saying how to start one
     */
    StandingCluster required() {
        return StandingCluster.in(folder).orElseThrow(this::none);
    }

    private Refusal none() {
        return new Refusal("No cluster is up. Start one with: " + terminal.command() + " cluster up");
    }

    /**
     * Where to connect.
     *
     * @throws Refusal if nothing listens there, saying how to start a cluster
     */
    public String bootstrapServers() {
        Optional<StandingCluster> standing = StandingCluster.in(folder);
        if (standing.filter(StandingCluster::isUp).isPresent()) {
            return standing.get().bootstrapServers();
        }
        if (isTaken(USUAL_PORT)) {
            return "localhost:" + USUAL_PORT;
        }
        throw standing.isEmpty()
                ? none()
                : new Refusal("All processes of your cluster have ended. Start a fresh one with: " + terminal.command()
                        + " cluster up");
    }

    static boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
