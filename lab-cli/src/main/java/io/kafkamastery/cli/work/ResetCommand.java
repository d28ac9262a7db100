package io.kafkamastery.cli.work;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.ProgressFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts a lab anew. */
@Command(name = "reset", description = "Start a lab anew: the starter comes back, and a copy of your code is kept.")
public final class ResetCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;

    @Parameters(paramLabel = "LAB", description = "For example 1.3.")
    private String id;

    ResetCommand(Terminal terminal, Course course, ProgressFile progress) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
    }

    @Override
    public Integer call() throws IOException {
        LabSheet lab = course.lab(id);
        String pristine = new PristineStarters(course.root())
                .find(lab.starter())
                .orElseThrow(() -> new Refusal("Nobody remembers how " + course.shown(lab.starter())
                        + " began: there is neither a kept copy nor a git history. Fetch it from where you have the"
                        + " course from."));
        if (Files.exists(lab.starter()) && Files.readString(lab.starter()).equals(pristine)) {
            terminal.line("Lab " + id + " is as it was at the beginning. Nothing is changed.");
            return 0;
        }
        Path copy = keepCopy(lab);
        removeOthers(lab);
        Files.writeString(lab.starter(), pristine);
        progress.update(before -> before.with(id, before.lab(id).reset()));
        terminal.line("Lab " + id + " begins anew. Your code is kept in " + course.shown(copy));
        return 0;
    }

    private Path keepCopy(LabSheet lab) throws IOException {
        Path copy = course.state().resolve("kept").resolve(lab.id() + "-" + TIME.format(LocalDateTime.now()));
        Files.createDirectories(copy);
        for (Path file : files(lab)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    /** What the learner has put beside the starter goes too; it is in the copy. */
    private static void removeOthers(LabSheet lab) throws IOException {
        for (Path file : files(lab)) {
            if (!file.equals(lab.starter()) && !file.endsWith("package-info.java")) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(LabSheet lab) throws IOException {
        try (Stream<Path> files = Files.list(lab.starter().getParent())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
