package io.kafkamastery.cli.check;

import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.Share;
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
     * Verdicts for criteria of that share that have none, because their check ended early.
     *
     * @param running the criterion that ended it; nothing if none was under way
     */
    List<CriterionVerdict> missing(Share share, Optional<CriterionId> running, String cause, String otherwise) {
        List<CriterionVerdict> missing = new ArrayList<>();
        for (LabSheet.Criterion criterion : lab.criteria()) {
            CriterionId id = new CriterionId(lab.id(), criterion.letter());
            if (share.includes(id) && !verdicts.containsKey(criterion.letter())) {
                boolean guilty = running.equals(Optional.of(id));
                Verdict verdict = guilty ? Verdict.NOT_MET : Verdict.CANNOT_CHECK;
                missing.add(new CriterionVerdict(
                        criterion.letter(), criterion.text(), verdict, guilty ? cause : otherwise, 0));
            }
        }
        return missing;
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
