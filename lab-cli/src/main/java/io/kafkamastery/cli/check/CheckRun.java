package io.kafkamastery.cli.check;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.cli.progress.Notebook;
import io.kafkamastery.cli.progress.ProgressFile;
import io.kafkamastery.cli.progress.ProgressMarkdown;
import io.kafkamastery.kit.lab.Share;
import io.kafkamastery.kit.report.LabVerdicts;
import io.kafkamastery.kit.report.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One check of compiled labs of one week: shown while it runs, and noted in the learner's progress. */
public final class CheckRun {

    /** The variant that counts. */
    public static final String YOURS = "starter";

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;
    private final String variant;
    private boolean remarks = true;
    private Optional<LabVerdicts> last = Optional.empty();
    private boolean canBeShared;

    /** @param variant whose code is checked; only the learner's own is noted */
    public CheckRun(Terminal terminal, Course course, ProgressFile progress, String variant) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
        this.variant = variant;
    }

    /** Without what the kit has to say, for those who have read it before. */
    public CheckRun withoutRemarks() {
        remarks = false;
        return this;
    }

    /** With a lab's verdicts of last time, so that a team can share out its criteria. */
    public CheckRun knowing(LabVerdicts verdicts) {
        last = Optional.of(verdicts);
        return this;
    }

    /** Whether a team could have checked more at a time; known once the run is over. */
    public boolean canBeShared() {
        return canBeShared;
    }

    /**
     * Checks the labs.
     *
     * @param single shows one lab's criteria as they are judged, rather than whole labs
     * @return nothing if somebody killed the team meanwhile: nothing is noted then
     */
    public Optional<List<LabVerdicts>> run(
            CheckTeam team, Week week, List<Path> classPath, List<LabSheet> labs, boolean single) {
        try (CodeOutput output = new CodeOutput(week)) {
            CheckScreen screen = new CheckScreen(terminal, output, single, remarks);
            if (single) {
                screen.heading(labs.get(0));
            }
            screen.now("starting …");
            List<Share> shares =
                    last.map(verdicts -> Shares.of(verdicts, team.size())).orElse(List.of(Share.ALL));
            Checker checker = new Checker(screen);
            List<LabOutcome> outcomes = checker.check(team, labs, shares, classPath, variant);
            if (team.wasKilled()) {
                return Optional.empty();
            }
            canBeShared = checker.canBeShared();
            if (variant.equals(YOURS)) {
                note(outcomes);
            }
            if (output.hasAnything()) {
                terminal.remark("What your code printed is in " + course.shown(output.file()));
            }
            return Optional.of(LabOutcome.verdicts(outcomes));
        }
    }

    private void note(List<LabOutcome> outcomes) {
        Map<LabSheet, Map<String, Verdict>> verdicts =
                outcomes.stream().collect(Collectors.toMap(LabOutcome::lab, LabOutcome::byLetter));
        new ProgressMarkdown(course).refresh(Notebook.note(progress, verdicts, Instant.now()));
    }
}
