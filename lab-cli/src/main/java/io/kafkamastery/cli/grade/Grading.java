package io.kafkamastery.cli.grade;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.cli.grade.PristineCourse.PristineWeek;
import io.kafkamastery.cli.grade.intake.Delivery;
import io.kafkamastery.cli.grade.intake.Intake;
import io.kafkamastery.cli.grade.report.PlainText;
import io.kafkamastery.cli.grade.sandbox.SandboxJvm;
import io.kafkamastery.kit.cluster.CacheFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.AppInfoParser;

/** Grades submissions one after another, each as if it were the only one. */
final class Grading implements AutoCloseable {

    private final Terminal terminal;
    private final Course course;
    private final GradingFile grading;
    private final PristineCourse pristine;
    private final String fingerprint;
    private final Intake intake;
    private final Scratch scratch;
    private final String backend;
    private final long seed;
    private final Instant started = Instant.now();
    private final List<SubmissionResult> results = new ArrayList<>();
    private final FolderNames folders = new FolderNames();
    private String backendSeen = "none";

    private Grading(
            Terminal terminal,
            Course course,
            GradingFile grading,
            PristineCourse pristine,
            Scratch scratch,
            String backend,
            long seed)
            throws IOException {
        this.terminal = terminal;
        this.course = course;
        this.grading = grading;
        this.pristine = pristine;
        this.fingerprint = pristine.fingerprint();
        this.intake = new Intake(course.root(), pristine.manifest());
        this.scratch = scratch;
        this.backend = backend;
        this.seed = seed;
    }

    /** Prepares what all submissions share. */
    static Grading open(
            Terminal terminal, Course course, List<Week> weeks, GradingFile grading, String backend, long seed)
            throws IOException {
        Scratch scratch = Scratch.create();
        try {
            PristineCourse pristine = PristineCourse.prepare(terminal, course, weeks, scratch.folder("course"));
            return new Grading(terminal, course, grading, pristine, scratch, backend, seed);
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** Grades one more. */
    SubmissionResult grade(String submission) throws IOException, InterruptedException {
        Delivery delivery = intake.take(submission);
        Instant begin = Instant.now();
        List<LabResult> labs = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        int peakMegabytes = 0;
        String folder = folders.next(delivery.name());
        for (PristineWeek week : pristine.weeks()) {
            Path home = scratch.folder("submission-" + (results.size() + 1) + "-" + week.name());
            SandboxJvm sandbox = new SandboxJvm(home, grading.limits(), properties());
            WeekGrading graded = new WeekGrading(pristine, week, grading, delivery, sandbox, home);
            labs.addAll(graded.grade());
            remarks.addAll(graded.remarks());
            peakMegabytes = Math.max(peakMegabytes, sandbox.peakMegabytes());
            backendSeen = graded.backend().equals("none") ? backendSeen : graded.backend();
            scratch.delete(home);
        }
        if (!pristine.fingerprint().equals(fingerprint)) {
            throw new Refusal(PlainText.line(delivery.name())
                    + " has changed the grader's copy of the course. Nothing more is graded with it:"
                    + " look at that submission, and grade the others again without it.");
        }
        SubmissionResult result = new SubmissionResult(
                delivery,
                folder,
                labs,
                grading.lateness(delivery.received()),
                remarks,
                Duration.between(begin, Instant.now()).toMillis(),
                peakMegabytes);
        results.add(result);
        terminal.remark(PlainText.line(result.name()) + ": " + result.met() + " of " + result.criteria() + ", "
                + result.percent() + " %");
        return result;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(
                Map.of("lab.backend", backend, "lab.standing", "false", "lab.seed", String.valueOf(seed)));
        CacheFolder.open().folder().ifPresent(cache -> properties.put("lab.cache", cache.toString()));
        return properties;
    }

    GradingRun run() {
        return new GradingRun(
                grading,
                results,
                commit(),
                seed,
                backendSeen.equals("none") ? backend : backendSeen,
                AppInfoParser.getVersion(),
                System.getProperty("java.version"),
                started,
                Duration.between(started, Instant.now()).toMillis());
    }

    private String commit() {
        try {
            Process git = new ProcessBuilder("git", "-C", course.root().toString(), "rev-parse", "--short", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
