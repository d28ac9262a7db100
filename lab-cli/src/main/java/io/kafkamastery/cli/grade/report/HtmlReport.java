package io.kafkamastery.cli.grade.report;

import static io.kafkamastery.cli.grade.report.MarkdownSummary.number;

import io.kafkamastery.cli.grade.CriterionResult;
import io.kafkamastery.cli.grade.GradingRun;
import io.kafkamastery.cli.grade.LabResult;
import io.kafkamastery.cli.grade.SubmissionResult;
import io.kafkamastery.cli.grade.intake.Delivery.LeftAside;
import io.kafkamastery.kit.report.Verdict;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One learner's report, to be opened in a browser or sent by mail. */
final class HtmlReport {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final GradingRun run;
    private final SubmissionResult submission;
    private final StringBuilder body = new StringBuilder();

    private HtmlReport(GradingRun run, SubmissionResult submission) {
        this.run = run;
        this.submission = submission;
    }

    static String of(GradingRun run, SubmissionResult submission) {
        return new HtmlReport(run, submission).page();
    }

    private String page() {
        heading();
        submission.labs().forEach(this::lab);
        remarks();
        footer();
        return HtmlPage.of(submission.name() + ": " + number(submission.percent()) + " %", body.toString());
    }

    private void heading() {
        body.append("<h1>").append(PlainText.html(submission.name())).append("</h1>\n");
        body.append("<p><span class=\"score\">%s %%</span> · %d of %d criteria · %s of %s points · %s</p>\n"
                .formatted(
                        number(submission.percent()),
                        submission.met(),
                        submission.criteria(),
                        number(submission.points()),
                        number(submission.outOf()),
                        run.isPass(submission)
                                ? "<b class=\"met\">passed</b>"
                                : "<b class=\"not-met\">not passed</b> (the pass mark is "
                                        + number(run.grading().passMark()) + " %)"));
        body.append("<div class=\"bar\"><i style=\"width:%s%%\"></i></div>\n"
                .formatted(number(Math.min(100, submission.percent()))));
        if (submission.lateness().isLate()) {
            body.append(
                    "<p>Received %s, %d hours late: %s percentage points less than the %s %% that were reached.</p>\n"
                            .formatted(
                                    MOMENT.format(submission.delivery().received()),
                                    submission.lateness().late().toHours(),
                                    number(submission.lateness().percentOff()),
                                    number(Math.round(10 * submission.percentOnTime()) / 10.0)));
        }
    }

    private void lab(LabResult lab) {
        body.append("<h2>Lab %s: %s <span>%s of %s points</span></h2>\n"
                .formatted(lab.id(), PlainText.html(lab.title()), number(lab.points()), number(lab.outOf())));
        lab.refusal()
                .ifPresent(refused -> body.append("<p>%s</p>\n<pre>%s</pre>\n"
                        .formatted(
                                refused.kind().equals("not-allowed")
                                        ? "Not run, because the code uses what graded code may not use:"
                                        : "The code does not compile:",
                                PlainText.html(refused.message()))));
        body.append("<ul class=\"criteria\">\n");
        lab.criteria().forEach(criterion -> criterion(criterion, lab.refusal().isEmpty() && !lab.untouched()));
        body.append("</ul>\n");
    }

    private void criterion(CriterionResult criterion, boolean explain) {
        String verdict = criterion.verdict().json();
        body.append("<li><span class=\"verdict %s\">%s</span>%s %s"
                .formatted(verdict, label(criterion.verdict()), criterion.id(), PlainText.html(criterion.text())));
        if (criterion.weight() != 1) {
            body.append(" <span class=\"dim\">(%s points)</span>".formatted(number(criterion.weight())));
        }
        if (criterion.rerun()) {
            body.append(" <span class=\"dim\">(checked again, because the machine had failed)</span>");
        }
        if (explain
                && criterion.verdict() != Verdict.MET
                && !criterion.message().isBlank()) {
            body.append("<pre>").append(PlainText.html(criterion.message())).append("</pre>");
        }
        body.append("</li>\n");
    }

    private static String label(Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case TO_DO -> "to do";
            case CANNOT_CHECK -> "unchecked";
        };
    }

    private void remarks() {
        if (submission.remarks().isEmpty() && submission.delivery().leftAside().isEmpty()) {
            return;
        }
        body.append("<h2>Remarks</h2>\n<ul>\n");
        submission
                .remarks()
                .forEach(remark ->
                        body.append("<li>").append(PlainText.html(remark)).append("</li>\n"));
        for (LeftAside aside : submission.delivery().leftAside()) {
            body.append("<li>Left aside: <code>%s</code> (%s)</li>\n"
                    .formatted(PlainText.html(aside.path()), PlainText.html(aside.reason())));
        }
        body.append("</ul>\n");
    }

    private void footer() {
        body.append(
                "<footer><p>Graded %s in %d s, against Kafka %s (backend %s) with Java %s. Course %s, seed %d.%s</p></footer>"
                        .formatted(
                                MOMENT.format(run.started()),
                                submission.millis() / 1000,
                                run.kafkaVersion(),
                                run.backend(),
                                run.javaVersion(),
                                run.course(),
                                run.seed(),
                                submission.peakMegabytes() > 0
                                        ? " Peak memory " + submission.peakMegabytes() + " MB."
                                        : ""));
    }
}
