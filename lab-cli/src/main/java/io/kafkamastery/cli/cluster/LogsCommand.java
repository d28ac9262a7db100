package io.kafkamastery.cli.cluster;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.kit.cluster.process.Member;
import io.kafkamastery.kit.cluster.process.StandingCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what brokers say about themselves. */
@Command(name = "logs", description = "Show the end of the nodes' logs, and where to read the rest.")
final class LogsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final LearnersCluster learners;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The node's id; without it, all nodes.")
    private Integer id;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "20", description = "How many lines (default: 20).")
    private int lines;

    LogsCommand(Terminal terminal, Course course, LearnersCluster learners) {
        this.terminal = terminal;
        this.course = course;
        this.learners = learners;
    }

    @Override
    public Integer call() {
        StandingCluster cluster = learners.required();
        List<Integer> ids =
                id == null ? cluster.members().stream().map(Member::id).toList() : List.of(id);
        for (int node : ids) {
            Path log = cluster.log(node);
            terminal.line(terminal.palette().bold("node " + node + ": " + course.shown(log)));
            tail(log).forEach(line -> terminal.line("  " + line));
        }
        return 0;
    }

    private List<String> tail(Path log) {
        // Kafka writes UTF-8; a line that was cut off in the middle of a letter must not be the end of this command.
        try (Stream<String> all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> text = all.toList();
            return text.subList(Math.max(0, text.size() - lines), text.size());
        } catch (IOException e) {
            throw new Refusal("The log " + log + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
