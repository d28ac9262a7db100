package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A week as a picture: a bar for each lab, divided by what became of its criteria. */
final class ProgressChart {

    private static final int ROW = 30;
    private static final int BAR_HEIGHT = 18;
    private static final int LABEL_WIDTH = 250;
    private static final int BAR_WIDTH = 380;
    private static final int WIDTH = 860;
    private static final int GAP = 2;

    private ProgressChart() {}

    static String of(WeekProgress week) {
        List<LabSheet> labs = week.labs();
        StringBuilder svg = new StringBuilder();
        svg.append("<div class=\"chart\">\n<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(labs.size() * ROW + 6)
                .append("\" role=\"img\"");
        svg.append(" aria-label=\"")
                .append(week.met())
                .append(" of ")
                .append(week.total())
                .append(" criteria met\">\n");
        for (int i = 0; i < labs.size(); i++) {
            row(svg, labs.get(i), week.progress().lab(labs.get(i).id()), i * ROW + 4);
        }
        return svg.append("</svg>\n</div>\n").toString();
    }

    private static void row(StringBuilder svg, LabSheet lab, LabProgress known, int top) {
        int baseline = top + BAR_HEIGHT - 4;
        text(svg, 0, baseline, "number", lab.id());
        text(svg, 40, baseline, "title", lab.title());
        double each = (double) BAR_WIDTH / lab.criteria().size();
        int at = 0;
        for (LabSheet.Criterion criterion : sorted(lab, known)) {
            Verdict verdict = verdict(criterion, known);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\">",
                    verdict.json(),
                    LABEL_WIDTH + each * at++,
                    top,
                    each - GAP,
                    BAR_HEIGHT));
            String title = lab.id() + "." + criterion.letter() + " " + ProgressPage.words(verdict);
            svg.append("<title>").append(title).append("</title></rect>\n");
        }
        LabProgress.State state = known.state(lab);
        String spent = WeekProgress.inWords(known.spent());
        String words = state == LabProgress.State.NOT_STARTED ? "" : WeekProgress.inWords(state);
        String also = Stream.of(words, spent)
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
        text(
                svg,
                LABEL_WIDTH + BAR_WIDTH + 14,
                baseline,
                "state " + state.name().toLowerCase(Locale.ROOT),
                also);
    }

    /** Met ones first: a bar that fills up. */
    private static List<LabSheet.Criterion> sorted(LabSheet lab, LabProgress known) {
        return lab.criteria().stream()
                .sorted((one, other) -> rank(verdict(one, known)) - rank(verdict(other, known)))
                .toList();
    }

    private static Verdict verdict(LabSheet.Criterion criterion, LabProgress known) {
        return known.verdicts().getOrDefault(criterion.letter(), Verdict.TO_DO);
    }

    private static int rank(Verdict verdict) {
        return List.of(Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_CHECK, Verdict.TO_DO)
                .indexOf(verdict);
    }

    private static void text(StringBuilder svg, int x, int y, String style, String text) {
        svg.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\">");
        svg.append(ProgressPage.escaped(text)).append("</text>\n");
    }
}
