package io.kafkamastery.cli;

import io.kafkamastery.cli.bench.BenchCommand;
import io.kafkamastery.cli.check.CheckCommand;
import io.kafkamastery.cli.cluster.ClusterCommand;
import io.kafkamastery.cli.cluster.LearnersCluster;
import io.kafkamastery.cli.completion.CompletionCommand;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.doctor.DoctorCommand;
import io.kafkamastery.cli.grade.GradeCommand;
import io.kafkamastery.cli.handout.HandoutCommand;
import io.kafkamastery.cli.hint.HintCommand;
import io.kafkamastery.cli.list.ListCommand;
import io.kafkamastery.cli.page.ShowCommand;
import io.kafkamastery.cli.progress.ProgressCommand;
import io.kafkamastery.cli.progress.ProgressFile;
import io.kafkamastery.cli.quiz.QuizCommand;
import io.kafkamastery.cli.run.RunCommand;
import io.kafkamastery.cli.watch.WatchCommand;
import io.kafkamastery.cli.work.DiffCommand;
import io.kafkamastery.cli.work.ResetCommand;
import io.kafkamastery.cli.work.SolutionCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** All of our own commands, ready to be called. */
final class Commands {

    private Commands() {}

    static CommandLine in(Terminal terminal, Course course) {
        LearnersCluster learners = new LearnersCluster(terminal, course);
        CommandLine line =
                new CommandLine(new Root(), new Rooms(terminal, course, learners, new ProgressFile(terminal, course)));
        line.setCommandName(terminal.command());
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        Complaints complaints = new Complaints(terminal);
        line.setExecutionExceptionHandler(complaints);
        line.setParameterExceptionHandler(complaints);
        Overview.on(line);
        return line;
    }

    /** What stands above all commands. */
    @Command(
            name = "lab",
            description = "Learn Apache Kafka by making it work.",
            synopsisSubcommandLabel = "COMMAND",
            commandListHeading = "",
            subcommands = {
                DoctorCommand.class,
                ListCommand.class,
                ShowCommand.class,
                WatchCommand.class,
                CheckCommand.class,
                HintCommand.class,
                SolutionCommand.class,
                DiffCommand.class,
                ResetCommand.class,
                QuizCommand.class,
                ProgressCommand.class,
                RunCommand.class,
                ClusterCommand.class,
                HandoutCommand.class,
                GradeCommand.class,
                BenchCommand.class,
                CompletionCommand.class
            })
    private static final class Root implements Runnable {

        @Spec
        private CommandSpec spec;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = ScopeType.INHERIT,
                description = "Show what this does, and end.")
        private boolean help;

        /** Whoever types nothing is shown what there is. */
        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
