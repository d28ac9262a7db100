package io.kafkamastery.cli.grade.sandbox;

import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.TimeLimitExceeded;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.VerdictCollector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Tells each verdict as soon as it is known. */
final class GradeReporter implements TestExecutionListener {

    private static final int LONGEST_MESSAGE = 4_000;

    private final VerdictCollector collector = new VerdictCollector();
    private final Set<CriterionId> told = ConcurrentHashMap.newKeySet();
    private final Consumer<GradeEvent> listener;
    private final Runnable stuck;

    /** @param stuck what to do when code was left behind that does not end: the next criterion would be checked beside it */
    GradeReporter(Consumer<GradeEvent> listener, Runnable stuck) {
        this.listener = listener;
        this.stuck = stuck;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        collector.testPlanExecutionStarted(plan);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        collector.executionStarted(test);
        VerdictCollector.criterionId(test).ifPresent(id -> listener.accept(new GradeEvent.Started(id.toString())));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        collector.executionFinished(test, result);
        VerdictCollector.criterionId(test).ifPresent(this::tell);
        if (result.getThrowable().filter(TimeLimitExceeded.class::isInstance).isPresent()) {
            stuck.run();
        }
    }

    /** Criteria that were never started, because their class failed as a whole, get their verdicts now. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        collector.outcomes().keySet().stream().filter(id -> !told.contains(id)).forEach(this::tell);
    }

    private void tell(CriterionId id) {
        CriterionVerdict verdict = collector.verdict(id);
        told.add(id);
        listener.accept(new GradeEvent.Finished(
                id.toString(), verdict.verdict(), shortened(verdict.message()), verdict.millis()));
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + " …";
    }
}
