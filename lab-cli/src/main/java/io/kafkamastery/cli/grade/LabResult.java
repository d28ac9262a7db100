package io.kafkamastery.cli.grade;

import java.util.List;
import java.util.Optional;

/**
 * What a lab came to.
 *
 * @param untouched whether the starters came back as they were handed out
 * @param refusal why its code was not run at all, if so
 */
public record LabResult(
        String id, String title, boolean untouched, Optional<Refused> refusal, List<CriterionResult> criteria) {

    /** @param kind {@code does-not-compile} or {@code not-allowed} */
    public record Refused(String kind, String message) {}

    public LabResult {
        criteria = List.copyOf(criteria);
    }

    public double points() {
        return criteria.stream().mapToDouble(CriterionResult::points).sum();
    }

    public double outOf() {
        return criteria.stream().mapToDouble(CriterionResult::weight).sum();
    }

    public long met() {
        return criteria.stream().filter(criterion -> criterion.points() > 0).count();
    }
}
