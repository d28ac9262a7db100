package io.kafkamastery.cli.progress;

import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one lab.
 *
 * @param verdicts of the last check, by the criterion's letter
 * @param checked when that was
 * @param done when all criteria were met for the first time
 * @param checks how often it was checked
 * @param seen when a command last dealt with it
 * @param spent the time between commands that came soon after each other
 * @param hints how many levels of a hint were shown, by the hint's title
 */
public record LabProgress(
        Map<String, Verdict> verdicts,
        Optional<Instant> checked,
        Optional<Instant> done,
        int checks,
        Optional<Instant> seen,
        Duration spent,
        Map<String, Integer> hints) {

    static final LabProgress NONE =
            new LabProgress(Map.of(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Duration.ZERO, Map.of());

    /** After a longer silence the learner was probably elsewhere. */
    private static final Duration LONGEST_THOUGHT = Duration.ofMinutes(20);

    public LabProgress {
        verdicts = Map.copyOf(verdicts);
        hints = Map.copyOf(hints);
    }

    /** How a lab stands. */
    public enum State {
        NOT_STARTED,
        IN_PROGRESS,
        DONE,
        /** It was done once, and now some criterion is not met. */
        NO_LONGER_PASSES
    }

    /** How many of the lab's criteria were met at the last check. */
    public int met(LabSheet lab) {
        return (int) lab.criteria().stream()
                .filter(criterion -> verdicts.get(criterion.letter()) == Verdict.MET)
                .count();
    }

    public State state(LabSheet lab) {
        int met = met(lab);
        if (met == lab.criteria().size() && met > 0) {
            return State.DONE;
        }
        if (done.isPresent()) {
            return State.NO_LONGER_PASSES;
        }
        boolean untouched = verdicts.values().stream().allMatch(verdict -> verdict == Verdict.TO_DO);
        return untouched ? State.NOT_STARTED : State.IN_PROGRESS;
    }

    /** A command has dealt with it. */
    public LabProgress seenAt(Instant now) {
        Duration gap = seen.map(last -> Duration.between(last, now)).orElse(Duration.ZERO);
        boolean atWork = !gap.isNegative() && gap.compareTo(LONGEST_THOUGHT) <= 0;
        return new LabProgress(
                verdicts, checked, done, checks, Optional.of(now), atWork ? spent.plus(gap) : spent, hints);
    }

    /** It was checked, with these verdicts by letter. */
    public LabProgress checkedAt(Instant now, LabSheet lab, Map<String, Verdict> fresh) {
        LabProgress after = seenAt(now);
        LabProgress judged = new LabProgress(fresh, Optional.of(now), done, checks + 1, after.seen, after.spent, hints);
        boolean firstTime = done.isEmpty() && judged.state(lab) == State.DONE;
        return firstTime
                ? new LabProgress(
                        fresh, judged.checked, Optional.of(now), judged.checks, after.seen, after.spent, hints)
                : judged;
    }

    /** That many levels of a hint have been shown. */
    public LabProgress withHint(String title, int levels) {
        Map<String, Integer> changed = new TreeMap<>(hints);
        changed.put(title, levels);
        return new LabProgress(verdicts, checked, done, checks, seen, spent, changed);
    }

    /** The learner has started anew: verdicts are forgotten, time and hints are not. */
    public LabProgress reset() {
        return new LabProgress(Map.of(), Optional.empty(), Optional.empty(), checks, seen, spent, hints);
    }

    public int hintsTaken() {
        return hints.values().stream().mapToInt(Integer::intValue).sum();
    }
}
