package io.kafkamastery.cli.cluster;

import io.kafkamastery.cli.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the cluster. */
@Command(name = "status", description = "Draw brokers, topics with leaders and in-sync replicas, and groups with lag.")
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final LearnersCluster learners;

    @Option(names = "--internal", description = "Kafka's internal topics too.")
    private boolean internal;

    StatusCommand(Terminal terminal, LearnersCluster learners) {
        this.terminal = terminal;
        this.learners = learners;
    }

    /** @return 0 if Kafka answered */
    @Override
    public Integer call() {
        ClusterFacts facts = new ClusterQuestions(learners.required(), internal).ask();
        ClusterPicture.draw(facts, terminal.palette(), terminal.command()).forEach(terminal::line);
        return facts.silence().isEmpty() ? 0 : 1;
    }
}
