package io.kafkamastery.kit.report;

import java.util.List;
import java.util.Optional;

/** Draws the verdicts of a week for somebody at a terminal, 80 columns wide: what holds, what does not, what is next. */
final class VerdictTable {

    private static final int WIDTH = 78;
    private static final int MESSAGE_LINES = 8;
    private static final String INDENT = "               ";

    private final Palette palette;
    private final StringBuilder out = new StringBuilder();

    private VerdictTable(Palette palette) {
        this.palette = palette;
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
        line(palette.bold(spread(verdicts.module(), right)));
    }

    private void lab(LabVerdicts lab) {
        long met = lab.count(Verdict.MET);
        String state = lab.isUntouched()
                ? "to do"
                : lab.isComplete() ? "done" : met + " of " + lab.criteria().size() + " met";
        String heading = spread("Lab " + lab.id() + "  " + lab.title(), state);
        line("");
        line(lab.isComplete() ? palette.green(heading) : lab.isUntouched() ? palette.dim(heading) : heading);
        if (!lab.isUntouched()) {
            lab.criteria().forEach(this::criterion);
        }
    }

    private void criterion(CriterionVerdict criterion) {
        String label = switch (criterion.verdict()) {
            case MET -> palette.green("met      ");
            case NOT_MET -> palette.red("NOT MET  ");
            case TO_DO -> palette.yellow("to do    ");
            case CANNOT_CHECK -> palette.yellow("unchecked");
        };
        List<String> text = wrap(criterion.text());
        line("  " + label + "  " + criterion.id() + " " + text.get(0));
        text.stream().skip(1).forEach(more -> line(INDENT + more));
        if (criterion.verdict() == Verdict.NOT_MET || criterion.verdict() == Verdict.CANNOT_CHECK) {
            criterion
                    .message()
                    .lines()
                    .flatMap(message -> wrap(message).stream())
                    .limit(MESSAGE_LINES)
                    .forEach(message -> line(INDENT + palette.bold(message)));
        }
    }

    private void summary(ModuleVerdicts verdicts, List<String> next) {
        long met = verdicts.count(Verdict.MET);
        StringBuilder sentence = new StringBuilder(met + " of " + verdicts.total() + " criteria met");
        append(sentence, verdicts.count(Verdict.NOT_MET), "not met");
        append(sentence, verdicts.count(Verdict.TO_DO), "to do");
        append(sentence, verdicts.count(Verdict.CANNOT_CHECK), "could not be checked here");
        line("");
        if (next.isEmpty()) {
            line(palette.green(sentence + ". Well done."));
        } else {
            line(palette.bold(sentence + ": " + next.get(0)));
            next.stream().skip(1).forEach(more -> line("  " + more));
        }
        line("");
    }

    private static void append(StringBuilder sentence, long count, String what) {
        if (count > 0) {
            sentence.append(", ").append(count).append(' ').append(what);
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String spread(String left, String right) {
        return left + " ".repeat(Math.max(2, WIDTH - left.length() - right.length())) + right;
    }

    private static List<String> wrap(String text) {
        return Wrapped.lines(text, WIDTH - INDENT.length());
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
