package io.kafkamastery.cli.grade;

import io.kafkamastery.cli.grade.PristineCourse.PristineWeek;
import io.kafkamastery.cli.grade.intake.Delivery;
import io.kafkamastery.cli.grade.sandbox.GradeEvent;
import io.kafkamastery.cli.grade.sandbox.GradeRequest;
import io.kafkamastery.cli.grade.sandbox.GradeRequest.LabWork;
import io.kafkamastery.cli.grade.sandbox.SandboxJvm;
import io.kafkamastery.cli.grade.sandbox.SandboxJvm.Outcome;
import io.kafkamastery.cli.handout.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Grades one submission's code of one week: in as many sandboxes as that takes, until every criterion has its verdict. */
final class WeekGrading {

    private static final String UNTOUCHED = "The starter is as it was handed out.";
    private static final int MOST_SANDBOXES = 60;

    private final PristineCourse course;
    private final PristineWeek week;
    private final GradingFile grading;
    private final Delivery delivery;
    private final SandboxJvm sandbox;
    private final Path home;
    private final Scoreboard board;
    private final List<String> remarks = new ArrayList<>();
    private final List<LabWork> work = new ArrayList<>();

    WeekGrading(
            PristineCourse course,
            PristineWeek week,
            GradingFile grading,
            Delivery delivery,
            SandboxJvm sandbox,
            Path home) {
        this.course = course;
        this.week = week;
        this.grading = grading;
        this.delivery = delivery;
        this.sandbox = sandbox;
        this.home = home;
        this.board = new Scoreboard(week.labs(), grading);
    }

    /** What was repeated or tried, in sentences. */
    List<String> remarks() {
        return remarks;
    }

    String backend() {
        return board.backend();
    }

    List<LabResult> grade() throws IOException, InterruptedException {
        for (Manifest.Lab lab : week.labs()) {
            Map<String, byte[]> files = delivery.below(lab.folder());
            if (lab.isUntouched(files)) {
                board.untouched(lab.id(), UNTOUCHED);
            } else {
                lay(lab, files);
            }
        }
        if (!work.isEmpty()) {
            runAll();
        }
        if (sandbox.forgeries() > 0) {
            remarks.add("Lines that nobody had signed were written to the grader's channel, and ignored.");
        }
        return board.results();
    }

    /** Puts the lab's files where they are compiled: the learner's, and starters for those that did not come back. */
    private void lay(Manifest.Lab lab, Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        for (String name : lab.starters().keySet()) {
            all.put(name, course.starter(lab, name));
        }
        all.putAll(files);
        Path folder = home.resolve("sources").resolve(lab.starterPackage().replace('.', '/'));
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        work.add(new LabWork(
                lab.id(),
                lab.starterPackage(),
                week.testClasses().get(lab.id()),
                week.permissions().get(lab.id())));
    }

    private void runAll() throws IOException, InterruptedException {
        boolean prepared = false;
        boolean retried = false;
        for (int sandboxes = 0; sandboxes < MOST_SANDBOXES && !board.open().isEmpty(); sandboxes++) {
            Outcome outcome = sandbox.run(request(!prepared, board.open()), this::hear);
            boolean progress = board.hasProgressed();
            prepared |= board.isPrepared();
            switch (outcome.ending()) {
                case COMPLETE -> board.closeOpen("No verdict came, which counts as not met.");
                case STUCK -> {
                    // The rest is checked by another sandbox, where nothing is left running.
                }
                case DIED, STOPPED -> {
                    boolean guilty = board.blameRunning(outcome.why());
                    if (!guilty && !progress && retried) {
                        board.giveUp("It could not be checked, twice. " + outcome.why());
                        return;
                    } else if (!guilty && !progress) {
                        retried = true;
                        remarks.add("A sandbox ended before it began, and was started again: " + outcome.why());
                    }
                }
            }
        }
        board.closeOpen("It was not run: too much had to be started again.");
        repeatWhatTheMachineFailed();
    }

    /** Brokers that did not start, for example: the code had no part in that, and gets another chance. */
    private void repeatWhatTheMachineFailed() throws IOException, InterruptedException {
        Set<String> unchecked = board.reopenUnchecked();
        if (unchecked.isEmpty()) {
            return;
        }
        remarks.add("Checked again because the machine had failed: " + String.join(", ", unchecked));
        Outcome outcome = sandbox.run(request(false, unchecked), this::hear);
        board.blameRunning(outcome.why());
        board.giveUp("It could not be checked, twice. " + outcome.why());
    }

    private void hear(GradeEvent event) {
        board.hear(event);
    }

    private GradeRequest request(boolean prepare, Set<String> criteria) {
        List<LabWork> left = work.stream()
                .filter(lab -> prepare || !board.isRefused(lab.id()))
                .toList();
        return new GradeRequest(
                SandboxJvm.newKey(),
                home.resolve("sources").toString(),
                home.resolve("classes").toString(),
                strings(week.given()),
                strings(week.classPath()),
                left,
                prepare,
                criteria);
    }

    private static List<String> strings(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
