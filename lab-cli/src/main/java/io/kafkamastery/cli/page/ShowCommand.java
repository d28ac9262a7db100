package io.kafkamastery.cli.page;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.NextLab;
import io.kafkamastery.cli.progress.Notebook;
import io.kafkamastery.cli.progress.ProgressFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a lab's page and where to work. */
@Command(
        name = "show",
        description = "Show a lab's page, and the paths of the files to read and to edit.",
        footer = {
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} show        the lab that is next",
            "  ${ROOT-COMMAND-NAME} show 1.3"
        })
public final class ShowCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;

    @Parameters(arity = "0..1", paramLabel = "LAB", description = "For example 1.3; without it, the lab that is next.")
    private String id;

    ShowCommand(Terminal terminal, Course course, ProgressFile progress) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        LabSheet lab = id == null ? NextLab.of(course, progress.read()).orElseGet(course::anyLab) : course.lab(id);
        MarkdownText.lines(withoutHints(lab), terminal.palette(), Terminal.WIDTH)
                .forEach(terminal::line);
        terminal.line();
        terminal.line(terminal.palette().bold("FILES"));
        terminal.line();
        terminal.line("  read   " + course.shown(lab.contract()));
        terminal.line("  edit   " + course.shown(lab.starter()));
        terminal.line("  page   " + course.shown(lab.page()));
        terminal.line();
        terminal.line("  check  " + terminal.command() + " check " + lab.id() + "     or on every save: "
                + terminal.command() + " watch " + lab.id());
        terminal.line("  stuck  " + terminal.command() + " hint " + lab.id());
        Notebook.seen(progress, lab, Instant.now());
        return 0;
    }

    private static String withoutHints(LabSheet lab) {
        try {
            return Files.readString(lab.page()).replaceAll("(?ms)^## Hints$.*?(?=^## |\\z)", "");
        } catch (IOException e) {
            throw new Refusal("The page " + lab.page() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
