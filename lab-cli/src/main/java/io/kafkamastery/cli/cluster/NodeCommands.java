package io.kafkamastery.cli.cluster;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.kit.cluster.process.StandingCluster;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What can be done to a single node of the cluster. */
final class NodeCommands {

    private NodeCommands() {}

    private abstract static class OneNode implements Callable<Integer> {

        private final Terminal terminal;
        private final LearnersCluster learners;

        @Parameters(paramLabel = "ID", description = "The node's id: 1, 2, 3 …; a dedicated controller's is 101.")
        private int id;

        OneNode(Terminal terminal, LearnersCluster learners) {
            this.terminal = terminal;
            this.learners = learners;
        }

        @Override
        public Integer call() {
            StandingCluster cluster = learners.required();
            terminal.line(act(cluster, id));
            return 0;
        }

        String again(String command) {
            return terminal.command() + " cluster " + command + " " + id;
        }

        abstract String act(StandingCluster cluster, int node);
    }

    @Command(name = "kill", description = "End a node without warning (SIGKILL), as a power cut would.")
    static final class Kill extends OneNode {

        Kill(Terminal terminal, LearnersCluster learners) {
            super(terminal, learners);
        }

        @Override
        String act(StandingCluster cluster, int node) {
            cluster.kill(node);
            return "Node " + node + " is dead. Bring it back with: " + again("resume");
        }
    }

    @Command(name = "pause", description = "Freeze a node (SIGSTOP): its connections stay open, nothing is answered.")
    static final class Pause extends OneNode {

        Pause(Terminal terminal, LearnersCluster learners) {
            super(terminal, learners);
        }

        @Override
        String act(StandingCluster cluster, int node) {
            cluster.pause(node);
            return "Node " + node + " is paused. Let it go on with: " + again("resume");
        }
    }

    @Command(name = "resume", description = "Let a paused node go on, or start a dead one again with its data.")
    static final class Resume extends OneNode {

        Resume(Terminal terminal, LearnersCluster learners) {
            super(terminal, learners);
        }

        @Override
        String act(StandingCluster cluster, int node) {
            cluster.resume(node);
            return "Node " + node + " runs.";
        }
    }
}
