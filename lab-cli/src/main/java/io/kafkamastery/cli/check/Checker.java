package io.kafkamastery.cli.check;

import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.check.CheckEvent;
import io.kafkamastery.kit.check.CheckRequest;
import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.Share;
import io.kafkamastery.kit.report.CriterionVerdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has labs of one week checked by child JVMs, and turns what they say into an outcome for each. */
public final class Checker {

    /** Watches a check. It is told one thing at a time; where several JVMs check, several criteria are under way at once. */
    public interface Viewer {

        void begins(LabSheet lab, CriterionId criterion);

        void judged(LabSheet lab, CriterionVerdict verdict);

        void done(LabOutcome outcome);

        /**
         * A line that the code under test wrote, or the kit.
         *
         * @param during the criterion that was checked then; nothing before the first and after the last
         */
        void wrote(Optional<CriterionId> during, String line);
    }

    private static final String ENDED_BEFORE = "Not checked, because an earlier criterion ended the check.";

    private final Viewer viewer;
    private final Map<String, LabOutcome> outcomes = new LinkedHashMap<>();
    private boolean canBeShared;

    Checker(Viewer viewer) {
        this.viewer = viewer;
    }

    /**
     * Checks these labs of one week. Every criterion has a verdict afterwards, unless somebody killed the JVMs.
     *
     * @param shares what each member of the team checks of them
     */
    List<LabOutcome> check(
            CheckTeam team, List<LabSheet> labs, List<Share> shares, List<Path> classPath, String variant) {
        labs.forEach(lab -> outcomes.put(lab.id(), new LabOutcome(lab)));
        List<String> packages = labs.stream().map(LabSheet::packageName).toList();
        List<CheckRequest> requests = shares.stream()
                .map(share -> new CheckRequest(variant, packages, share, classPath))
                .toList();
        List<Hearing> hearings = shares.stream().map(Hearing::new).toList();
        List<Optional<String>> causes = team.check(requests, hearings);
        if (!team.wasKilled()) {
            for (int i = 0; i < hearings.size(); i++) {
                hearings.get(i).judgeTheRest(causes.get(i).orElse(ENDED_BEFORE));
            }
        }
        return List.copyOf(outcomes.values());
    }

    /** Whether several JVMs could have checked side by side. */
    boolean canBeShared() {
        return canBeShared;
    }

    private synchronized void judged(LabOutcome outcome, CriterionVerdict verdict) {
        boolean wasComplete = outcome.isComplete();
        outcome.add(verdict);
        viewer.judged(outcome.lab(), verdict);
        if (!wasComplete && outcome.isComplete()) {
            viewer.done(outcome);
        }
    }

    /** Hears one JVM. */
    private final class Hearing implements CheckJvm.Listener {

        private final Share share;
        private Optional<CriterionId> running = Optional.empty();

        Hearing(Share share) {
            this.share = share;
        }

        @Override
        public void heard(CheckEvent event) {
            synchronized (Checker.this) {
                if (event instanceof CheckEvent.Started started) {
                    running = Optional.of(started.id());
                    outcome(started.id()).ifPresent(outcome -> viewer.begins(outcome.lab(), started.id()));
                } else if (event instanceof CheckEvent.Finished finished) {
                    running = Optional.empty();
                    outcome(finished.id()).ifPresent(outcome -> judged(outcome, finished.verdict()));
                } else if (event instanceof CheckEvent.Ended ended) {
                    canBeShared = ended.canBeShared();
                }
            }
        }

        /** Nothing for a test in the lab's package that belongs to another lab. */
        private Optional<LabOutcome> outcome(CriterionId criterion) {
            return Optional.ofNullable(outcomes.get(criterion.lab()));
        }

        @Override
        public void wrote(String line) {
            synchronized (Checker.this) {
                viewer.wrote(running, line);
            }
        }

        /** @param cause why some criteria have no verdict, if there are any */
        void judgeTheRest(String cause) {
            String otherwise = running.isPresent() ? ENDED_BEFORE : cause;
            for (LabOutcome outcome : outcomes.values()) {
                outcome.missing(share, running, cause, otherwise).forEach(verdict -> judged(outcome, verdict));
            }
        }
    }
}
