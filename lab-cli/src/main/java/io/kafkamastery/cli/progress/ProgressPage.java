package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Progress as one page that needs nothing beside it: a chart for each week, verdicts, time and quiz scores. */
final class ProgressPage {

    private static final String TEMPLATE = "progress-page.html";

    private ProgressPage() {}

    static String of(List<WeekProgress> weeks, LocalDate today) {
        int met = weeks.stream().mapToInt(WeekProgress::met).sum();
        int total = weeks.stream().mapToInt(WeekProgress::total).sum();
        Duration spent = weeks.stream().map(WeekProgress::spent).reduce(Duration.ZERO, Duration::plus);
        StringBuilder body = new StringBuilder();
        weeks.forEach(week -> week(body, week));
        return template()
                .replace("{{met}}", String.valueOf(met))
                .replace("{{total}}", String.valueOf(total))
                .replace("{{percent}}", String.valueOf(total == 0 ? 0 : met * 100 / total))
                .replace("{{spent}}", spent.toMinutes() == 0 ? "0 min" : WeekProgress.inWords(spent))
                .replace(
                        "{{today}}",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(Locale.UK)
                                .format(today))
                .replace("{{weeks}}", body);
    }

    private static void week(StringBuilder body, WeekProgress week) {
        int number = week.week().number();
        body.append("<section>\n<h2>Week ")
                .append(number)
                .append(": ")
                .append(escaped(week.week().title()));
        body.append("<small>")
                .append(week.met())
                .append(" of ")
                .append(week.total())
                .append(" criteria");
        week.progress()
                .bestScore(number)
                .ifPresent(best -> body.append(" · quiz ")
                        .append(best.right())
                        .append(" of ")
                        .append(best.of()));
        if (week.spent().toMinutes() > 0) {
            body.append(" · ").append(WeekProgress.inWords(week.spent()));
        }
        body.append("</small></h2>\n");
        body.append(ProgressChart.of(week));
        body.append("<details><summary>All criteria</summary>\n<ul class=\"criteria\">\n");
        week.labs().forEach(lab -> criteria(body, lab, week.progress().lab(lab.id())));
        body.append("</ul>\n</details>\n</section>\n");
    }

    private static void criteria(StringBuilder body, LabSheet lab, LabProgress known) {
        for (LabSheet.Criterion criterion : lab.criteria()) {
            Verdict verdict = known.verdicts().getOrDefault(criterion.letter(), Verdict.TO_DO);
            body.append("<li class=\"").append(verdict.json()).append("\"><b>");
            body.append(lab.id()).append('.').append(criterion.letter()).append("</b> ");
            body.append(escaped(criterion.text()))
                    .append("<i>")
                    .append(words(verdict))
                    .append("</i></li>\n");
        }
    }

    static String words(Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case TO_DO -> "to do";
            case CANNOT_CHECK -> "unchecked";
        };
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream in = ProgressPage.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal("The page's template is missing: prepare the command again.", e);
        }
    }
}
