package io.kafkamastery.kit.report;

import java.util.ArrayList;
import java.util.List;

/** The pieces that verdicts are shown in, 80 columns wide: the same in Maven's output and in the lab command's. */
public final class VerdictLines {

    public static final int WIDTH = 78;

    private static final int MESSAGE_LINES = 8;
    private static final String INDENT = "               ";

    private final Palette palette;

    public VerdictLines(Palette palette) {
        this.palette = palette;
    }

    /** A lab's name and how it stands. */
    public String lab(LabVerdicts lab) {
        long met = lab.count(Verdict.MET);
        String state = lab.isUntouched()
                ? "to do"
                : lab.isComplete() ? "done" : met + " of " + lab.criteria().size() + " met";
        String heading = spread("Lab " + lab.id() + "  " + lab.title(), state);
        return lab.isComplete() ? palette.green(heading) : lab.isUntouched() ? palette.dim(heading) : heading;
    }

    /** A criterion, what came of it, and why. */
    public List<String> criterion(CriterionVerdict criterion) {
        String label = switch (criterion.verdict()) {
            case MET -> palette.green("met      ");
            case NOT_MET -> palette.red("NOT MET  ");
            case TO_DO -> palette.yellow("to do    ");
            case CANNOT_CHECK -> palette.yellow("unchecked");
        };
        List<String> lines = new ArrayList<>();
        List<String> text = wrap(criterion.text());
        lines.add("  " + label + "  " + criterion.id() + " " + text.get(0));
        text.stream().skip(1).forEach(more -> lines.add(INDENT + more));
        if (criterion.verdict() == Verdict.NOT_MET || criterion.verdict() == Verdict.CANNOT_CHECK) {
            criterion
                    .message()
                    .lines()
                    .flatMap(message -> wrap(message).stream())
                    .limit(MESSAGE_LINES)
                    .forEach(message -> lines.add(INDENT + palette.bold(message.stripTrailing())));
        }
        return lines;
    }

    /** How many criteria hold, and what became of the others; without a full stop. */
    public static String summary(List<LabVerdicts> labs) {
        long total = labs.stream().mapToLong(lab -> lab.criteria().size()).sum();
        StringBuilder sentence = new StringBuilder(count(labs, Verdict.MET) + " of " + total + " criteria met");
        append(sentence, count(labs, Verdict.NOT_MET), "not met");
        append(sentence, count(labs, Verdict.TO_DO), "to do");
        append(sentence, count(labs, Verdict.CANNOT_CHECK), "could not be checked here");
        return sentence.toString();
    }

    private static long count(List<LabVerdicts> labs, Verdict verdict) {
        return labs.stream().mapToLong(lab -> lab.count(verdict)).sum();
    }

    private static void append(StringBuilder sentence, long count, String what) {
        if (count > 0) {
            sentence.append(", ").append(count).append(' ').append(what);
        }
    }

    /** The two at the ends of a line. */
    public static String spread(String left, String right) {
        return left + " ".repeat(Math.max(2, WIDTH - left.length() - right.length())) + right;
    }

    private static List<String> wrap(String text) {
        return Wrapped.lines(text, WIDTH - INDENT.length());
    }
}
