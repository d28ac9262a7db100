package io.kafkamastery.cli.check;

import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.check.CheckEvent;
import io.kafkamastery.kit.check.CheckRequest;
import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.report.CriterionVerdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has labs of one week checked by a child JVM, and turns what it says into an outcome for each. */
public final class Checker {

    /** Watches a check. */
    public interface Viewer {

        void begins(LabSheet lab, CriterionId criterion);

        void judged(LabSheet lab, CriterionVerdict verdict);

        void done(LabOutcome outcome);

        /** A line that the code under test wrote, or the kit. */
        void wrote(String line);
    }

    private static final String ENDED_BEFORE = "Not checked, because an earlier criterion ended the check.";

    private final Viewer viewer;
    private final Map<String, LabOutcome> outcomes = new LinkedHashMap<>();
    private String backend = "none";
    private CriterionId running;

    Checker(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Checks these labs of one week. Every criterion has a verdict afterwards, unless somebody killed the JVM. */
    List<LabOutcome> check(CheckJvm jvm, List<LabSheet> labs, List<Path> classPath, String variant) {
        labs.forEach(lab -> outcomes.put(lab.id(), new LabOutcome(lab)));
        CheckRequest request = new CheckRequest(
                variant, labs.stream().map(LabSheet::packageName).toList(), classPath);
        String cause = jvm.check(request, new Hearing()).orElse(ENDED_BEFORE);
        if (!jvm.wasKilled() && !outcomes.values().stream().allMatch(LabOutcome::isComplete)) {
            endEarly(cause);
        }
        return List.copyOf(outcomes.values());
    }

    private void endEarly(String cause) {
        String otherwise = running == null ? cause : ENDED_BEFORE;
        for (LabOutcome outcome : outcomes.values()) {
            if (!outcome.isComplete()) {
                Optional<String> guilty = Optional.ofNullable(running)
                        .filter(id -> id.lab().equals(outcome.lab().id()))
                        .map(CriterionId::letter);
                outcome.endEarly(guilty, cause, otherwise).forEach(verdict -> viewer.judged(outcome.lab(), verdict));
                viewer.done(outcome);
            }
        }
    }

    String backend() {
        return backend;
    }

    private final class Hearing implements CheckJvm.Listener {

        @Override
        public void heard(CheckEvent event) {
            if (event instanceof CheckEvent.Started started) {
                running = started.id();
                LabOutcome outcome = outcomes.get(running.lab());
                if (outcome != null) {
                    viewer.begins(outcome.lab(), running);
                }
            } else if (event instanceof CheckEvent.Finished finished) {
                finished(finished);
            } else if (event instanceof CheckEvent.Ended ended) {
                backend = ended.backend();
            }
        }

        private void finished(CheckEvent.Finished finished) {
            running = null;
            LabOutcome outcome = outcomes.get(finished.id().lab());
            if (outcome == null) {
                return; // a test in the lab's package that belongs to another lab
            }
            boolean wasComplete = outcome.isComplete();
            outcome.add(finished.verdict());
            viewer.judged(outcome.lab(), finished.verdict());
            if (!wasComplete && outcome.isComplete()) {
                viewer.done(outcome);
            }
        }

        @Override
        public void wrote(String line) {
            viewer.wrote(line);
        }
    }
}
