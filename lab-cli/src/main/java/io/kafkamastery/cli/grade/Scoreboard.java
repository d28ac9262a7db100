package io.kafkamastery.cli.grade;

import io.kafkamastery.cli.grade.sandbox.GradeEvent;
import io.kafkamastery.cli.handout.Manifest;
import io.kafkamastery.kit.report.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every criterion of the manifest, each with its verdict in the end. Only what the manifest names is on it: a verdict about
 * anything else is not heard, and a criterion that nobody speaks of is not met.
 */
final class Scoreboard {

    private final List<Manifest.Lab> labs;
    private final GradingFile grading;
    private final Map<String, CriterionResult> results = new LinkedHashMap<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> untouched = new HashSet<>();
    private final Map<String, LabResult.Refused> refused = new HashMap<>();
    private Optional<String> running = Optional.empty();
    private boolean prepared;
    private boolean progressed;
    private String backend = "none";

    Scoreboard(List<Manifest.Lab> labs, GradingFile grading) {
        this.labs = labs;
        this.grading = grading;
        labs.forEach(lab -> lab.criteria().forEach(criterion -> open.add(lab.id() + "." + criterion.id())));
    }

    /** Those without a verdict. */
    Set<String> open() {
        return Set.copyOf(open);
    }

    boolean isPrepared() {
        return prepared;
    }

    boolean isRefused(String lab) {
        return refused.containsKey(lab);
    }

    String backend() {
        return backend;
    }

    /** Whether anything has been heard since this was asked last. */
    boolean hasProgressed() {
        boolean so = progressed;
        progressed = false;
        return so;
    }

    void untouched(String lab, String message) {
        untouched.add(lab);
        closeLab(lab, Verdict.TO_DO, message);
    }

    void hear(GradeEvent event) {
        progressed = true;
        if (event instanceof GradeEvent.Refused it) {
            String kind = it.reason() == GradeEvent.Reason.DOES_NOT_COMPILE ? "does-not-compile" : "not-allowed";
            refused.put(it.lab(), new LabResult.Refused(kind, it.message()));
            closeLab(
                    it.lab(),
                    Verdict.NOT_MET,
                    kind.equals("not-allowed")
                            ? "Not run: it uses what graded code may not use."
                            : "It does not compile.");
        } else if (event instanceof GradeEvent.Prepared) {
            prepared = true;
        } else if (event instanceof GradeEvent.Started it) {
            running = Optional.of(it.criterion());
        } else if (event instanceof GradeEvent.Finished it) {
            running = Optional.empty();
            close(it.criterion(), it.verdict(), it.message(), it.millis());
        } else if (event instanceof GradeEvent.Ended it) {
            running = Optional.empty();
            backend = it.backend().equals("none") ? backend : it.backend();
        }
    }

    /** The criterion that was being checked when its sandbox ended is the one that ended it. Returns whether there is one. */
    boolean blameRunning(String why) {
        Optional<String> guilty = running;
        running = Optional.empty();
        guilty.ifPresent(id -> close(id, Verdict.NOT_MET, why, 0));
        return guilty.isPresent();
    }

    void closeOpen(String message) {
        closeOpen(Verdict.NOT_MET, message);
    }

    /** Gives no points either, but says that it may not have been the code. */
    void giveUp(String message) {
        closeOpen(Verdict.CANNOT_CHECK, message);
    }

    private void closeOpen(Verdict verdict, String message) {
        open().forEach(id -> close(id, verdict, message, 0));
    }

    /** Takes back the verdicts on what could not be checked. */
    Set<String> reopenUnchecked() {
        Set<String> unchecked = new TreeSet<>();
        results.values().stream()
                .filter(result -> result.verdict() == Verdict.CANNOT_CHECK)
                .forEach(result -> unchecked.add(result.id()));
        open.addAll(unchecked);
        repeated.addAll(unchecked);
        return unchecked;
    }

    private void closeLab(String lab, Verdict verdict, String message) {
        labs.stream()
                .filter(known -> known.id().equals(lab))
                .flatMap(known -> known.criteria().stream())
                .forEach(criterion -> close(lab + "." + criterion.id(), verdict, message, 0));
    }

    /** The first verdict counts; what is not open cannot be closed. */
    private void close(String id, Verdict verdict, String message, long millis) {
        if (!open.remove(id)) {
            return;
        }
        int dot = id.lastIndexOf('.');
        String lab = id.substring(0, dot);
        String letter = id.substring(dot + 1);
        results.put(
                id,
                new CriterionResult(
                        id,
                        text(lab, letter),
                        verdict,
                        message,
                        millis,
                        grading.weight(lab, letter),
                        repeated.contains(id)));
    }

    private String text(String lab, String letter) {
        return labs.stream()
                .filter(known -> known.id().equals(lab))
                .flatMap(known -> known.criteria().stream())
                .filter(criterion -> criterion.id().equals(letter))
                .findFirst()
                .orElseThrow()
                .text();
    }

    List<LabResult> results() {
        List<LabResult> all = new ArrayList<>();
        for (Manifest.Lab lab : labs) {
            List<CriterionResult> criteria = lab.criteria().stream()
                    .map(criterion -> results.get(lab.id() + "." + criterion.id()))
                    .toList();
            all.add(new LabResult(
                    lab.id(),
                    lab.title(),
                    untouched.contains(lab.id()),
                    Optional.ofNullable(refused.get(lab.id())),
                    criteria));
        }
        return all;
    }
}
