package io.kafkamastery.cli.cluster;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.kit.cluster.process.StandingCluster;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends the cluster. */
@Command(name = "down", description = "End the cluster and remove all that it stored.")
final class DownCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final LearnersCluster learners;

    DownCommand(Terminal terminal, LearnersCluster learners) {
        this.terminal = terminal;
        this.learners = learners;
    }

    @Override
    public Integer call() {
        if (Files.notExists(learners.folder())) {
            terminal.line("No cluster is up. There is nothing to end.");
            return 0;
        }
        boolean wasUp = learners.up().isPresent();
        StandingCluster.down(learners.folder());
        terminal.line(
                wasUp
                        ? "The cluster has ended, and what it stored is removed."
                        : "No cluster was up. What an earlier one had left is removed.");
        return 0;
    }
}
