package io.kafkamastery.kit.report;

import java.util.List;
import java.util.Optional;

/** Draws the verdicts of a week for somebody at a terminal, 80 columns wide: what holds, what does not, what is next. */
final class VerdictTable {

    private final Palette palette;
    private final VerdictLines lines;
    private final StringBuilder out = new StringBuilder();

    private VerdictTable(Palette palette) {
        this.palette = palette;
        this.lines = new VerdictLines(palette);
    }

    /** @param next what to do next, a line or more; empty if nothing is left */
    static String draw(ModuleVerdicts verdicts, List<String> next, Palette palette) {
        VerdictTable table = new VerdictTable(palette);
        table.heading(verdicts);
        verdicts.labs().forEach(table::lab);
        table.summary(verdicts, next);
        return table.out.toString();
    }

    private void heading(ModuleVerdicts verdicts) {
        String what = verdicts.variant().equals("starter") ? "your code" : verdicts.variant();
        String right = what + ", Kafka " + verdicts.kafkaVersion() + ", backend " + verdicts.backend();
        line("");
        line(palette.bold(VerdictLines.spread(verdicts.module(), right)));
    }

    private void lab(LabVerdicts lab) {
        line("");
        line(lines.lab(lab));
        if (!lab.isUntouched()) {
            lab.criteria().forEach(criterion -> lines.criterion(criterion).forEach(this::line));
        }
    }

    private void summary(ModuleVerdicts verdicts, List<String> next) {
        String sentence = VerdictLines.summary(verdicts.labs());
        line("");
        if (next.isEmpty()) {
            line(palette.green(sentence + ". Well done."));
        } else {
            line(palette.bold(sentence + ": " + next.get(0)));
            next.stream().skip(1).forEach(more -> line("  " + more));
        }
        line("");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** The first criterion that asks for the learner's attention: one that fails, or else one that is to do. */
    static Optional<Todo> next(List<LabVerdicts> labs) {
        return first(labs, Verdict.NOT_MET).or(() -> first(labs, Verdict.TO_DO));
    }

    private static Optional<Todo> first(List<LabVerdicts> labs, Verdict verdict) {
        return labs.stream()
                .flatMap(lab -> lab.criteria().stream()
                        .filter(criterion -> criterion.verdict() == verdict)
                        .map(criterion -> new Todo(lab, criterion)))
                .findFirst();
    }

    record Todo(LabVerdicts lab, CriterionVerdict criterion) {}
}
