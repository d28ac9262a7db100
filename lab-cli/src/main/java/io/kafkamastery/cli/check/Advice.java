package io.kafkamastery.cli.check;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.LabVerdicts;
import io.kafkamastery.kit.report.Verdict;
import io.kafkamastery.kit.report.VerdictLines;
import java.util.List;
import java.util.Optional;

/** The last lines of a check: how many criteria hold, and what to do next. */
final class Advice {

    private final Terminal terminal;
    private final Course course;

    Advice(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.course = course;
    }

    void after(List<LabSheet> labs, List<LabVerdicts> verdicts) {
        String summary = VerdictLines.summary(verdicts);
        terminal.line();
        if (verdicts.stream().allMatch(LabVerdicts::isComplete) && verdicts.size() == labs.size()) {
            terminal.line(terminal.palette().green(summary + ". Well done."));
            return;
        }
        terminal.line(terminal.palette().bold(summary + "."));
        first(verdicts, Verdict.NOT_MET)
                .or(() -> first(verdicts, Verdict.TO_DO))
                .ifPresent(id -> next(labs, id));
    }

    private void next(List<LabSheet> labs, String criterion) {
        String id = criterion.substring(0, criterion.lastIndexOf('.'));
        String letter = criterion.substring(criterion.lastIndexOf('.') + 1);
        labs.stream().filter(lab -> lab.id().equals(id)).findFirst().ifPresent(lab -> {
            terminal.line("  next   " + criterion);
            terminal.line("  edit   " + course.shown(lab.starter()));
            terminal.line("  stuck  " + terminal.command() + " hint " + id + " " + letter);
        });
    }

    private static Optional<String> first(List<LabVerdicts> labs, Verdict verdict) {
        for (LabVerdicts lab : labs) {
            for (CriterionVerdict criterion : lab.criteria()) {
                if (criterion.verdict() == verdict) {
                    return Optional.of(lab.id() + "." + criterion.id());
                }
            }
        }
        return Optional.empty();
    }
}
