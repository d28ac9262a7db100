package io.kafkamastery.cli.cluster;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.process.StandingCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the cluster, and leaves it running. */
@Command(name = "up", description = "Start a cluster that stays until 'cluster down', also when the terminal closes.")
final class UpCommand implements Callable<Integer> {

    private static final int LEAST_PORT = 1024;
    private static final int LARGEST_PORT = 65_000;

    private final Terminal terminal;
    private final LearnersCluster learners;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many brokers, 1 to 5 (default: 1).")
    private int brokers;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "The first broker's port (default: 9092); the others take every second one after it.")
    private int port;

    UpCommand(Terminal terminal, LearnersCluster learners) {
        this.terminal = terminal;
        this.learners = learners;
    }

    @Override
    public Integer call() {
        ClusterSpec spec = spec();
        Optional<StandingCluster> running = learners.up();
        if (running.isPresent()) {
            return alreadyUp(running.get());
        }
        List<Integer> ports = StandingCluster.portsFrom(port, spec);
        ports.stream().filter(LearnersCluster::isTaken).findFirst().ifPresent(this::refuse);
        terminal.remark("Starting " + spec.describe() + " …");
        Instant began = Instant.now();
        StandingCluster started = StandingCluster.up(learners.folder(), spec, ports);
        started.connect().close();
        terminal.line(String.format(
                "%s %s up, after %.1f s. Clients connect to %s",
                capital(spec.describe()),
                spec.brokers() == 1 ? "is" : "are",
                Duration.between(began, Instant.now()).toMillis() / 1000.0,
                terminal.palette().bold(ClusterPicture.friendly(started.bootstrapServers()))));
        terminal.line("  look at it with   " + terminal.command() + " cluster status");
        terminal.line("  end it with       " + terminal.command() + " cluster down");
        return 0;
    }

    private ClusterSpec spec() {
        if (port < LEAST_PORT || port > LARGEST_PORT) {
            throw new Refusal("Port " + port + " is no place for a broker: choose one from " + LEAST_PORT + " to "
                    + LARGEST_PORT + ".");
        }
        try {
            return ClusterSpec.of(brokers);
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + ".");
        }
    }

    private int alreadyUp(StandingCluster running) {
        long there = running.members().stream()
                .filter(io.kafkamastery.kit.cluster.process.Member::isBroker)
                .count();
        String sentence = "A cluster is already up, with " + there + (there == 1 ? " broker" : " brokers") + " at "
                + ClusterPicture.friendly(running.bootstrapServers()) + ".";
        if (there == brokers) {
            terminal.line(sentence + " See: " + terminal.command() + " cluster status");
            return 0;
        }
        throw new Refusal(
                sentence + " To start one of another size, end it first: " + terminal.command() + " cluster down");
    }

    private void refuse(int taken) {
        String who = PortHolder.of(taken).orElse("another program");
        throw new Refusal("Port " + taken + " is taken by " + who + ".\nEnd that, or choose other ports: "
                + terminal.command() + " cluster up --port 19092");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
