package io.kafkamastery.kit.check;

import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.ExitWatch;
import io.kafkamastery.kit.lab.Share;
import io.kafkamastery.kit.report.BrokerLogs;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.VerdictCollector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Tells each verdict as soon as it is known, also the one about code that ends the JVM. */
final class CheckReporter implements TestExecutionListener {

    private final VerdictCollector collector = new VerdictCollector();
    private final Set<CriterionId> told = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        collector.testPlanExecutionStarted(plan);
        ExitWatch.onExitWithinCriterion(this::exitedWithin);
    }

    private void exitedWithin(CriterionId id, String sentence) {
        collector.failed(id, sentence);
        tell(id);
        end();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        collector.executionStarted(test);
        VerdictCollector.criterionId(test).ifPresent(id -> CheckProcess.tell(new CheckEvent.Started(id)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        collector.executionFinished(test, result);
        if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
            collector.testClasses().stream().findFirst().ifPresent(BrokerLogs::keep);
        }
        VerdictCollector.criterionId(test).ifPresent(this::tell);
    }

    /** Criteria that were never started, because their class failed as a whole, get their verdicts now. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        collector.outcomes().keySet().stream().filter(id -> !told.contains(id)).forEach(this::tell);
    }

    private void tell(CriterionId id) {
        CriterionVerdict verdict = collector.verdict(id);
        told.add(id);
        CheckProcess.tell(new CheckEvent.Finished(id, verdict));
        if (told.containsAll(collector.outcomes().keySet())) {
            end(); // what is cleaned up from now on is not what anybody waits for
        }
    }

    /** Tells the end, unless it has been told. */
    void end() {
        if (!ended.getAndSet(true)) {
            CheckProcess.tell(
                    new CheckEvent.Ended(collector.testClasses().stream().allMatch(Share::isPossible)));
        }
    }
}
