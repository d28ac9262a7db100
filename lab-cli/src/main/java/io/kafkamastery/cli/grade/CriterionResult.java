package io.kafkamastery.cli.grade;

import io.kafkamastery.kit.report.Verdict;

/**
 * What a criterion came to.
 *
 * @param id for example {@code 1.3.b}
 * @param text what it asks for
 * @param message why it is not met; text that a learner's code may have had a part in
 * @param weight how many points it is worth
 * @param rerun whether it was checked again because the machine, not the code, had failed
 */
public record CriterionResult(
        String id, String text, Verdict verdict, String message, long millis, double weight, boolean rerun) {

    public double points() {
        return verdict == Verdict.MET ? weight : 0;
    }
}
