package io.kafkamastery.cli.grade.report;

import io.kafkamastery.cli.grade.CriterionResult;
import io.kafkamastery.cli.grade.LabResult;
import io.kafkamastery.cli.grade.SubmissionResult;
import io.kafkamastery.kit.report.Verdict;
import java.util.Locale;

/** Results in the form that build servers show: a suite for each lab, a case for each criterion. */
final class JUnitXml {

    private JUnitXml() {}

    static String of(SubmissionResult submission) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites name=\"%s\" tests=\"%d\" failures=\"%d\">\n"
                .formatted(
                        PlainText.html(submission.name()),
                        submission.criteria(),
                        submission.criteria() - submission.met()));
        submission.labs().forEach(lab -> append(xml, lab));
        return xml.append("</testsuites>\n").toString();
    }

    private static void append(StringBuilder xml, LabResult lab) {
        int total = lab.criteria().size();
        xml.append("  <testsuite name=\"Lab %s: %s\" tests=\"%d\" failures=\"%d\">\n"
                .formatted(lab.id(), PlainText.html(lab.title()), total, total - lab.met()));
        lab.criteria().forEach(criterion -> append(xml, lab, criterion));
        xml.append("  </testsuite>\n");
    }

    private static void append(StringBuilder xml, LabResult lab, CriterionResult criterion) {
        xml.append("    <testcase classname=\"lab %s\" name=\"%s %s\" time=\"%s\""
                .formatted(
                        lab.id(),
                        criterion.id(),
                        PlainText.html(criterion.text()),
                        String.format(Locale.ROOT, "%.3f", criterion.millis() / 1000.0)));
        if (criterion.verdict() == Verdict.MET) {
            xml.append("/>\n");
        } else {
            xml.append(">\n      <failure type=\"%s\">%s</failure>\n    </testcase>\n"
                    .formatted(criterion.verdict().json(), PlainText.html(criterion.message())));
        }
    }
}
