package io.kafkamastery.cli.list;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.cli.progress.LabProgress;
import io.kafkamastery.cli.progress.NextLab;
import io.kafkamastery.cli.progress.Progress;
import io.kafkamastery.kit.report.Palette;
import java.nio.file.Files;
import java.util.Optional;

/** The labs, week by week, and how each stands. */
public final class LabList {

    private static final int TITLE_WIDTH = 34;

    private final Terminal terminal;
    private final Course course;

    public LabList(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.course = course;
    }

    public void show(Progress progress) {
        Optional<LabSheet> next = NextLab.of(course, progress);
        for (Week week : course.weeks()) {
            terminal.line(terminal.palette().bold("Week " + week.number() + ": " + week.title()));
            week.labs().forEach(lab -> terminal.line(line(lab, progress, next)));
            quiz(week, progress);
            terminal.line();
        }
        terminal.line(next.map(lab -> "Next: " + terminal.command() + " show " + lab.id())
                .orElse("All labs are done. " + terminal.command() + " progress shows your way."));
    }

    private String line(LabSheet lab, Progress progress, Optional<LabSheet> next) {
        boolean isNext = next.filter(lab::equals).isPresent();
        String text = String.format(
                "%s %5s  %-" + TITLE_WIDTH + "s %3d min   ", isNext ? ">" : " ", lab.id(), lab.title(), lab.minutes());
        return (isNext ? terminal.palette().bold(text) : text) + state(lab, progress.lab(lab.id()));
    }

    private String state(LabSheet lab, LabProgress known) {
        Palette palette = terminal.palette();
        String met = known.met(lab) + "/" + lab.criteria().size();
        return switch (known.state(lab)) {
            case DONE -> palette.green("done");
            case IN_PROGRESS -> palette.yellow("in progress " + met);
            case NO_LONGER_PASSES -> palette.red("no longer passes " + met);
            case NOT_STARTED -> palette.dim("not started");
        };
    }

    private void quiz(Week week, Progress progress) {
        if (Files.exists(week.folder().resolve("quiz.yaml"))) {
            String score = progress.bestScore(week.number())
                    .map(best -> terminal.palette().green(best.right() + " of " + best.of()))
                    .orElse(terminal.palette().dim("not taken"));
            terminal.line(String.format(
                    "   quiz  %-" + TITLE_WIDTH + "s           %s",
                    terminal.command() + " quiz " + week.number(),
                    score));
        }
    }
}
