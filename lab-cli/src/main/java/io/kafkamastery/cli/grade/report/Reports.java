package io.kafkamastery.cli.grade.report;

import io.kafkamastery.cli.grade.GradingRun;
import io.kafkamastery.cli.grade.SubmissionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes everything there is to be read after a grading. */
public final class Reports {

    private Reports() {}

    /** @param out the folder for all; each submission gets one of its own in it */
    public static void write(GradingRun run, Path out) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("results.json"), ResultsJson.of(run, run.submissions()));
        for (SubmissionResult submission : run.submissions()) {
            Path folder = Files.createDirectories(out.resolve(submission.folder()));
            Files.writeString(folder.resolve("results.json"), ResultsJson.of(run, List.of(submission)));
            Files.writeString(folder.resolve("junit.xml"), JUnitXml.of(submission));
            Files.writeString(folder.resolve("summary.md"), MarkdownSummary.of(run, submission));
            Files.writeString(folder.resolve("report.html"), HtmlReport.of(run, submission));
        }
        Files.writeString(out.resolve("gradebook.csv"), Gradebook.csv(run));
        Files.writeString(out.resolve("gradebook.html"), Gradebook.html(run));
    }
}
