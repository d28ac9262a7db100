package io.kafkamastery.cli.grade;

import java.time.Instant;
import java.util.List;

/**
 * A grading, with what is needed to repeat it.
 *
 * @param course the commit of the course, or "unknown"
 * @param seed what names on brokers were made from
 * @param backend what ran the brokers
 */
public record GradingRun(
        GradingFile grading,
        List<SubmissionResult> submissions,
        String course,
        long seed,
        String backend,
        String kafkaVersion,
        String javaVersion,
        Instant started,
        long millis) {

    public GradingRun {
        submissions = List.copyOf(submissions);
    }

    public boolean isPass(SubmissionResult submission) {
        return submission.percent() >= grading.passMark();
    }

    public boolean hasLatePolicy() {
        return grading.late().isPresent();
    }
}
