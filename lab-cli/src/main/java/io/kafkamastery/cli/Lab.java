package io.kafkamastery.cli;

import io.kafkamastery.cli.check.CheckCommand;
import io.kafkamastery.cli.cluster.ClusterCommand;
import io.kafkamastery.cli.cluster.LearnersCluster;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.doctor.DoctorCommand;
import io.kafkamastery.cli.hint.HintCommand;
import io.kafkamastery.cli.launch.Freshness;
import io.kafkamastery.cli.list.ListCommand;
import io.kafkamastery.cli.page.ShowCommand;
import io.kafkamastery.cli.progress.ProgressFile;
import io.kafkamastery.cli.quiz.QuizCommand;
import io.kafkamastery.cli.run.RunCommand;
import io.kafkamastery.cli.tools.KafkaTools;
import io.kafkamastery.cli.work.DiffCommand;
import io.kafkamastery.cli.work.ResetCommand;
import io.kafkamastery.cli.work.SolutionCommand;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: one of Kafka's tools by its name, or one of our own commands. */
public final class Lab {

    private Lab() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofThisJvm();
        Course course = new Course(Path.of(System.getProperty("lab.root", "")).toAbsolutePath());
        if (Boolean.getBoolean("lab.check") && !Freshness.isCurrent(course.root())) {
            System.exit(Freshness.STALE);
        }
        if (arguments.length > 0 && KafkaTools.isMeant(arguments[0])) {
            runTool(terminal, course, List.of(arguments));
        } else {
            System.exit(run(terminal, course, arguments));
        }
    }

    /** Runs one of our own commands, and returns its exit code: 0 if all is well, 1 if not, 2 if it was not understood. */
    public static int run(Terminal terminal, Course course, String... arguments) {
        LearnersCluster learners = new LearnersCluster(terminal, course);
        CommandLine line =
                new CommandLine(new Root(), new Rooms(terminal, course, learners, new ProgressFile(terminal, course)));
        line.setCommandName(terminal.command());
        line.setOut(new java.io.PrintWriter(terminal.out(), true));
        line.setErr(new java.io.PrintWriter(terminal.err(), true));
        Complaints complaints = new Complaints(terminal);
        line.setExecutionExceptionHandler(complaints);
        line.setParameterExceptionHandler(complaints);
        return line.execute(arguments);
    }

    /** A tool may leave threads behind that are to go on, and usually ends the JVM itself: no exit here. */
    private static void runTool(Terminal terminal, Course course, List<String> words) {
        try {
            KafkaTools.run(
                    words.get(0),
                    words.subList(1, words.size()),
                    () -> new LearnersCluster(terminal, course).bootstrapServers());
        } catch (Exception e) {
            System.exit(new Complaints(terminal).say(e));
        }
    }

    /** What stands above all commands. */
    @Command(
            name = "lab",
            description = "Learn Apache Kafka by making it work.",
            synopsisSubcommandLabel = "COMMAND",
            subcommands = {
                DoctorCommand.class,
                ListCommand.class,
                ShowCommand.class,
                CheckCommand.class,
                HintCommand.class,
                SolutionCommand.class,
                DiffCommand.class,
                ResetCommand.class,
                QuizCommand.class,
                RunCommand.class,
                ClusterCommand.class
            })
    private static final class Root {

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = ScopeType.INHERIT,
                description = "Show what this does, and end.")
        private boolean help;
    }
}
