package io.kafkamastery.kit.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** The verdicts of one lab, by letter. */
public record LabVerdicts(String id, String title, List<CriterionVerdict> criteria) {

    public LabVerdicts {
        criteria = List.copyOf(criteria);
    }

    public long count(Verdict verdict) {
        return criteria.stream()
                .filter(criterion -> criterion.verdict() == verdict)
                .count();
    }

    @JsonIgnore
    public boolean isUntouched() {
        return count(Verdict.TO_DO) == criteria.size();
    }

    @JsonIgnore
    public boolean isComplete() {
        return count(Verdict.MET) == criteria.size();
    }
}
