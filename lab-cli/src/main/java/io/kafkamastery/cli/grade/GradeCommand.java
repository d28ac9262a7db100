package io.kafkamastery.cli.grade;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.cli.grade.intake.Delivery;
import io.kafkamastery.cli.grade.intake.Intake;
import io.kafkamastery.cli.grade.report.PlainText;
import io.kafkamastery.cli.grade.report.Reports;
import io.kafkamastery.cli.handout.Manifest;
import io.kafkamastery.cli.handout.Weeks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades submissions, and writes reports about them. */
@Command(
        name = "grade",
        description = "Grade submissions: folders, zips, or git commits.",
        footer = {
            "",
            "Only the learners' files are taken; all else comes from this course. Points are",
            "given as grading.yaml says. Reports are in the folder grades, or where --out says.",
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} grade ada.zip ben/ --weeks 1",
            "  ${ROOT-COMMAND-NAME} grade --all submissions/",
            "  ${ROOT-COMMAND-NAME} grade origin/ada"
        })
public final class GradeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;

    @Parameters(
            arity = "0..*",
            paramLabel = "SUBMISSION",
            description = "A folder, a zip, a commit of this repository, or FOLDER#COMMIT.")
    private List<String> submissions = new ArrayList<>();

    @Option(names = "--all", paramLabel = "DIR", description = "Every folder and zip in this folder.")
    private Path all;

    @Option(names = "--weeks", paramLabel = "WEEKS", description = "Which weeks: 2, 1-3 or 1,3 (default: all).")
    private String weeks;

    @Option(names = "--touched", description = "Only the weeks in which something was written.")
    private boolean touched;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "grades", description = "Where reports go.")
    private Path out;

    @Option(
            names = "--lay-out",
            paramLabel = "DIR",
            description = "Grade nothing; lay the files out for a program that compares them.")
    private Path layOut;

    @Option(names = "--config", paramLabel = "FILE", description = "Instead of the course's grading.yaml.")
    private Path config;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = "process",
            description = "Where brokers run: process or docker (default: process).")
    private String backend;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Repeats the names of an earlier grading.")
    private Long seed;

    GradeCommand(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.course = course;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> wanted = new ArrayList<>(submissions);
        if (all != null) {
            wanted.addAll(submissionsIn(all));
        }
        if (wanted.isEmpty()) {
            throw new Refusal("What is to be graded? Name folders, zips or commits, or a folder of them with --all.");
        }
        List<Week> chosen = weeks == null ? course.weeks() : Weeks.of(course, weeks);
        List<Week> withLabs = chosen.stream()
                .filter(week -> !week.labs().isEmpty())
                .filter(week -> !touched || isTouched(week, wanted))
                .toList();
        if (withLabs.isEmpty()) {
            throw new Refusal(touched ? "Nothing was written in any week." : "There are no labs in these weeks.");
        }
        if (layOut != null) {
            int written = new SideBySide(course.root(), Manifest.of(course, withLabs)).write(wanted, layOut);
            terminal.line(layOut + ": what " + written + " of " + wanted.size() + " wrote, and the starters.");
            return 0;
        }
        GradingFile grading = GradingFile.read(config == null ? course.root().resolve(GradingFile.NAME) : config);
        long chosenSeed = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        try (Grading run = Grading.open(terminal, course, withLabs, grading, backend, chosenSeed)) {
            Optional<Refusal> stopped = gradeAll(run, wanted);
            GradingRun done = run.run();
            Reports.write(done, out);
            show(done);
            stopped.ifPresent(why -> terminal.err().println("lab: " + why.getMessage()));
            return stopped.isEmpty() && done.submissions().stream().allMatch(done::isPass) ? 0 : 1;
        }
    }

    /** What stopped it before all were graded, if anything: what is graded by then is not lost. */
    private static Optional<Refusal> gradeAll(Grading run, List<String> wanted)
            throws IOException, InterruptedException {
        for (int i = 0; i < wanted.size(); i++) {
            try {
                run.grade(wanted.get(i));
            } catch (Refusal refusal) {
                if (i == 0) {
                    throw refusal;
                }
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private boolean isTouched(Week week, List<String> wanted) {
        Manifest manifest = Manifest.of(course, List.of(week));
        Intake intake = new Intake(course.root(), manifest);
        return wanted.stream().anyMatch(submission -> {
            try {
                Delivery delivery = intake.take(submission);
                return manifest.labs().stream().anyMatch(lab -> !lab.isUntouched(delivery.below(lab.folder())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> submissionsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isDirectory(file)
                            || file.toString()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .endsWith(".zip"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private void show(GradingRun run) {
        for (SubmissionResult submission : run.submissions()) {
            String score = submission.met() + " of " + submission.criteria() + "  "
                    + String.format(java.util.Locale.ROOT, "%5.1f %%", submission.percent());
            terminal.line(Terminal.spread(PlainText.line(submission.name()), score));
        }
        terminal.line();
        terminal.line("Reports: " + out);
    }
}
