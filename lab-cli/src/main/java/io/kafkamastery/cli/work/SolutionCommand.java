package io.kafkamastery.cli.work;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.ProgressFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a solution. */
@Command(name = "solution", description = "Show the model solution of a lab that you have done.")
public final class SolutionCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;

    @Parameters(paramLabel = "LAB", description = "For example 1.3.")
    private String id;

    @Option(names = "--anyway", description = "Even if the lab is not done.")
    private boolean anyway;

    SolutionCommand(Terminal terminal, Course course, ProgressFile progress) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
    }

    @Override
    public Integer call() throws IOException {
        LabSheet lab = course.lab(id);
        Solution solution = Solution.of(lab, progress.read().lab(id), anyway, terminal, "solution");
        for (Path file : solution.files()) {
            terminal.line(terminal.palette().bold(course.shown(file)));
            terminal.line();
            Files.readAllLines(file).forEach(terminal::line);
            terminal.line();
        }
        return 0;
    }
}
