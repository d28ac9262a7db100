package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.Palette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how far the learner is. */
@Command(
        name = "progress",
        description = "Show how far you are; as a page with charts with --html. Keeps PROGRESS.md up to date.",
        footer = {
            "",
            "PROGRESS.md has a check box for each criterion, ticked when it is met, and room for your own notes.",
            "It is written anew by this command and by each check; your notes stay as they are."
        })
public final class ProgressCommand implements Callable<Integer> {

    private static final int BAR_WIDTH = 24;

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile file;

    @Option(names = "--html", description = "Write one self-contained page, .lab/progress.html.")
    private boolean html;

    ProgressCommand(Terminal terminal, Course course, ProgressFile file) {
        this.terminal = terminal;
        this.course = course;
        this.file = file;
    }

    @Override
    public Integer call() {
        Progress progress = file.read();
        List<WeekProgress> weeks = course.weeks().stream()
                .map(week -> WeekProgress.of(week, progress))
                .toList();
        weeks.forEach(this::show);
        ProgressMarkdown markdown = new ProgressMarkdown(course);
        markdown.write(weeks);
        terminal.line("Check boxes and your notes: " + course.shown(markdown.file()));
        if (html) {
            Path page = course.state().resolve("progress.html");
            write(page, ProgressPage.of(weeks, LocalDate.now()));
            terminal.line("Charts: " + page.toUri());
        }
        return 0;
    }

    private void show(WeekProgress week) {
        Palette palette = terminal.palette();
        terminal.line(palette.bold(Terminal.spread(
                "Week " + week.week().number() + ": " + week.week().title(),
                bar(week.met(), week.total()) + String.format("  %d of %d", week.met(), week.total()))));
        week.labs().forEach(lab -> show(lab, week.progress().lab(lab.id())));
        List<QuizScore> scores = week.progress().quiz(week.week().number());
        week.progress()
                .bestScore(week.week().number())
                .ifPresent(best -> terminal.line(String.format(
                        "   quiz  %d of %d%s",
                        best.right(),
                        best.of(),
                        scores.size() > 1 ? ", the best of " + scores.size() + " rounds" : "")));
        terminal.line();
    }

    private void show(LabSheet lab, LabProgress known) {
        Palette palette = terminal.palette();
        LabProgress.State state = known.state(lab);
        String text = String.format(
                "  %5s  %-34s %d/%d  %-10s ",
                lab.id(), lab.title(), known.met(lab), lab.criteria().size(), WeekProgress.inWords(known.spent()));
        String words = WeekProgress.inWords(state);
        terminal.line(text
                + switch (state) {
                    case DONE -> palette.green(words);
                    case IN_PROGRESS -> palette.yellow(words);
                    case NO_LONGER_PASSES -> palette.red(words);
                    case NOT_STARTED -> palette.dim(words);
                });
    }

    private static String bar(int met, int total) {
        int full = total == 0 ? 0 : met * BAR_WIDTH / total;
        return "█".repeat(full) + "░".repeat(BAR_WIDTH - full);
    }

    private static void write(Path page, String text) {
        try {
            Files.createDirectories(page.getParent());
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new Refusal("The page could not be written to " + page + " (" + e.getMessage() + ").", e);
        }
    }
}
