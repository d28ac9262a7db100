package io.kafkamastery.cli.watch;

import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.LabVerdicts;
import io.kafkamastery.kit.report.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is different from the check before, in a sentence. */
final class Change {

    private Change() {}

    /** Empty if nothing is, or if there was no check before. */
    static String between(Optional<LabVerdicts> before, LabVerdicts after) {
        if (before.isEmpty()) {
            return "";
        }
        List<String> gained = changed(before.get(), after, Verdict.MET);
        List<String> lost = changed(after, before.get(), Verdict.MET);
        String better = gained.isEmpty() ? "" : "Now met: " + joined(gained) + ".";
        String worse = lost.isEmpty() ? "" : "No longer met: " + joined(lost) + ".";
        return (better + " " + worse).strip();
    }

    /** The criteria that have a verdict in one of the two only. */
    private static List<String> changed(LabVerdicts without, LabVerdicts with, Verdict verdict) {
        return with.criteria().stream()
                .filter(criterion -> criterion.verdict() == verdict)
                .map(CriterionVerdict::id)
                .filter(id -> without.criteria().stream()
                        .noneMatch(other -> other.id().equals(id) && other.verdict() == verdict))
                .toList();
    }

    private static String joined(List<String> letters) {
        return letters.stream().sorted().collect(Collectors.joining(", "));
    }
}
