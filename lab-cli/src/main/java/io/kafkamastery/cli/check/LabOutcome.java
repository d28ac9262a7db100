package io.kafkamastery.cli.check;

import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.LabVerdicts;
import io.kafkamastery.kit.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of checking a lab: a verdict for each criterion of its page, whatever happened to the check. */
final class LabOutcome {

    private final LabSheet lab;
    private final Map<String, CriterionVerdict> verdicts = new TreeMap<>();

    LabOutcome(LabSheet lab) {
        this.lab = lab;
    }

    LabSheet lab() {
        return lab;
    }

    void add(CriterionVerdict verdict) {
        verdicts.put(verdict.id(), verdict);
    }

    boolean isComplete() {
        return lab.criteria().stream().allMatch(criterion -> verdicts.containsKey(criterion.letter()));
    }

    /**
     * Gives every criterion a verdict that has none, because the check ended early.
     *
     * @param running the letter of the criterion that ended it; nothing if that was in another lab, or in none
     * @return the verdicts that were missing
     */
    List<CriterionVerdict> endEarly(Optional<String> running, String cause, String otherwise) {
        List<CriterionVerdict> added = new ArrayList<>();
        for (LabSheet.Criterion criterion : lab.criteria()) {
            if (!verdicts.containsKey(criterion.letter())) {
                boolean guilty = running.filter(criterion.letter()::equals).isPresent();
                CriterionVerdict verdict = new CriterionVerdict(
                        criterion.letter(),
                        criterion.text(),
                        guilty ? Verdict.NOT_MET : Verdict.CANNOT_CHECK,
                        guilty ? cause : otherwise,
                        0);
                add(verdict);
                added.add(verdict);
            }
        }
        return added;
    }

    LabVerdicts verdicts() {
        return new LabVerdicts(lab.id(), lab.title(), new ArrayList<>(verdicts.values()));
    }

    Map<String, Verdict> byLetter() {
        return verdicts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().verdict()));
    }

    static List<LabVerdicts> verdicts(List<LabOutcome> outcomes) {
        return outcomes.stream().map(LabOutcome::verdicts).toList();
    }
}
