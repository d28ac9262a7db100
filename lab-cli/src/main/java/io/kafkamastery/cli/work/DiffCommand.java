package io.kafkamastery.cli.work;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.ProgressFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the learner's code with the solution. */
@Command(name = "diff", description = "Compare your code (-) with the model solution (+), once the lab is done.")
public final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;

    @Parameters(paramLabel = "LAB", description = "For example 1.3.")
    private String id;

    @Option(names = "--anyway", description = "Even if the lab is not done.")
    private boolean anyway;

    DiffCommand(Terminal terminal, Course course, ProgressFile progress) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        LabSheet lab = course.lab(id);
        Path solution = Solution.of(lab, progress.read().lab(id), anyway, terminal, "diff")
                .main();
        List<String> yours = read(lab.starter());
        // Packages and class names differ by their nature, and are not what anybody wants to compare.
        String yourName = nameOf(lab.starter());
        List<String> theirs = read(solution).stream()
                .map(line -> line.replace(nameOf(solution), yourName).replace(".solution;", ".starter;"))
                .toList();
        List<String> hunks = LineDiff.unified(yours, theirs);
        terminal.line(terminal.palette().bold("--- " + course.shown(lab.starter())));
        terminal.line(terminal.palette().bold("+++ " + course.shown(solution)));
        if (hunks.isEmpty()) {
            terminal.line("Line by line the same.");
        }
        hunks.forEach(line -> terminal.line(painted(line)));
        return 0;
    }

    private String painted(String line) {
        return switch (line.charAt(0)) {
            case '-' -> terminal.palette().red(line);
            case '+' -> terminal.palette().green(line);
            case '@' -> terminal.palette().dim(line);
            default -> line;
        };
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Refusal(course.shown(file) + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
