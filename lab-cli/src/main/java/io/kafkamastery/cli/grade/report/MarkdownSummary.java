package io.kafkamastery.cli.grade.report;

import io.kafkamastery.cli.grade.CriterionResult;
import io.kafkamastery.cli.grade.GradingRun;
import io.kafkamastery.cli.grade.LabResult;
import io.kafkamastery.cli.grade.SubmissionResult;
import io.kafkamastery.kit.report.Verdict;
import java.util.List;

/** A summary for the page of a pull request: what holds, what does not, and why, with details folded away. */
final class MarkdownSummary {

    private MarkdownSummary() {}

    static String of(GradingRun run, SubmissionResult submission) {
        StringBuilder page = new StringBuilder();
        page.append("## %d of %d criteria met: %s %%\n\n"
                .formatted(submission.met(), submission.criteria(), number(submission.percent())));
        if (submission.lateness().isLate()) {
            page.append("%d hours late: %s percentage points less.\n\n"
                    .formatted(
                            submission.lateness().late().toHours(),
                            number(submission.lateness().percentOff())));
        }
        page.append("| lab | met | points |\n| --- | --- | --- |\n");
        for (LabResult lab : submission.labs()) {
            page.append("| %s %s | %s | %s of %s |\n"
                    .formatted(
                            lab.id(),
                            PlainText.markdown(lab.title()),
                            state(lab),
                            number(lab.points()),
                            number(lab.outOf())));
        }
        page.append('\n');
        submission.labs().stream().filter(lab -> !lab.untouched()).forEach(lab -> append(page, lab));
        appendRemarks(page, submission);
        page.append("<sub>Kafka %s, Java %s, backend %s, course %s, seed %d, %d s</sub>\n"
                .formatted(
                        run.kafkaVersion(),
                        run.javaVersion(),
                        run.backend(),
                        run.course(),
                        run.seed(),
                        submission.millis() / 1000));
        return page.toString();
    }

    private static String state(LabResult lab) {
        if (lab.untouched()) {
            return "to do";
        }
        String count = lab.met() + " of " + lab.criteria().size();
        return lab.refusal()
                .map(refused -> refused.kind().equals("not-allowed") ? "**not run**" : "**does not compile**")
                .orElse(lab.met() == lab.criteria().size() ? "all " + lab.met() : "**" + count + "**");
    }

    private static void append(StringBuilder page, LabResult lab) {
        List<CriterionResult> missing = lab.criteria().stream()
                .filter(criterion -> criterion.verdict() != Verdict.MET)
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        page.append("<details><summary>Lab %s: %s</summary>\n\n".formatted(lab.id(), PlainText.html(lab.title())));
        lab.refusal()
                .ifPresentOrElse(
                        refused -> page.append(
                                        refused.kind().equals("not-allowed")
                                                ? "Its code uses what graded code may not use, and was not run:\n\n"
                                                : "Its code does not compile:\n\n")
                                .append(PlainText.fenced(refused.message()))
                                .append("\n\n"),
                        () -> missing.forEach(criterion -> append(page, criterion)));
        page.append("</details>\n\n");
    }

    private static void append(StringBuilder page, CriterionResult criterion) {
        String label = switch (criterion.verdict()) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case TO_DO -> "to do";
            case CANNOT_CHECK -> "could not be checked";
        };
        page.append("**%s** %s: *%s*\n\n".formatted(criterion.id(), PlainText.markdown(criterion.text()), label));
        if (!criterion.message().isBlank() && criterion.verdict() != Verdict.TO_DO) {
            page.append(PlainText.fenced(criterion.message())).append("\n\n");
        }
    }

    private static void appendRemarks(StringBuilder page, SubmissionResult submission) {
        submission
                .remarks()
                .forEach(remark ->
                        page.append("- ").append(PlainText.markdown(remark)).append('\n'));
        submission
                .delivery()
                .leftAside()
                .forEach(aside -> page.append("- left aside: ")
                        .append(PlainText.markdown(aside.path()))
                        .append(" (")
                        .append(PlainText.markdown(aside.reason()))
                        .append(")\n"));
        if (!submission.remarks().isEmpty()
                || !submission.delivery().leftAside().isEmpty()) {
            page.append('\n');
        }
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
