package io.kafkamastery.kit.report;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.lab.CannotCheckHere;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.StillToDo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Turns what JUnit says about tests into verdicts about criteria. Every criterion of the plan gets one. */
public final class VerdictCollector implements TestExecutionListener {

    private static final String NOT_RUN = "It was not run.";

    private final Map<CriterionId, Outcome> outcomes = new TreeMap<>();
    private final Map<TestIdentifier, Instant> started = new LinkedHashMap<>();

    /**
     * How one criterion ended.
     *
     * @param failure what JUnit was told, null if it passed
     */
    public record Outcome(Class<?> testClass, Criterion criterion, Verdict verdict, Throwable failure, long millis) {

        private CriterionVerdict toVerdict(String message) {
            return new CriterionVerdict(criterion.id(), criterion.value(), verdict, message, millis);
        }
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan plan) {
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .forEach(test -> criterion(test)
                        .ifPresent(method -> outcomes.putIfAbsent(
                                id(method), outcome(method, Verdict.NOT_MET, new AssertionError(NOT_RUN), 0))));
    }

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
        started.put(test, Instant.now());
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Throwable failure = result.getThrowable().orElse(null);
        criterion(test).ifPresent(method -> {
            long millis = Duration.between(started.get(test), Instant.now()).toMillis();
            outcomes.put(id(method), outcome(method, verdict(result), failure, millis));
        });
        if (failure != null && criterion(test).isEmpty()) {
            failAllOf(test, failure);
        }
    }

    /** A class that fails before its tests, for example in a static initializer, takes its criteria with it. */
    private void failAllOf(TestIdentifier container, Throwable failure) {
        container
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass())
                .ifPresent(testClass -> outcomes.replaceAll((id, outcome) -> outcome.testClass() == testClass
                                && outcome.failure() != null
                                && NOT_RUN.equals(outcome.failure().getMessage())
                        ? new Outcome(testClass, outcome.criterion(), Verdict.NOT_MET, failure, 0)
                        : outcome));
    }

    private static Verdict verdict(TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            return Verdict.MET;
        }
        Throwable failure = result.getThrowable().orElse(null);
        if (Failures.isOrHasCause(failure, StillToDo.class)) {
            return Verdict.TO_DO;
        }
        return Failures.isOrHasCause(failure, CannotCheckHere.class)
                        || Failures.isOrHasCause(failure, ClusterException.class)
                ? Verdict.CANNOT_CHECK
                : Verdict.NOT_MET;
    }

    private static Outcome outcome(Method method, Verdict verdict, Throwable failure, long millis) {
        return new Outcome(method.getDeclaringClass(), method.getAnnotation(Criterion.class), verdict, failure, millis);
    }

    private static Optional<Method> criterion(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .filter(method ->
                        CriterionId.of(method.getDeclaringClass(), method).isPresent());
    }

    private static CriterionId id(Method method) {
        return CriterionId.of(method.getDeclaringClass(), method).orElseThrow();
    }

    /** The criterion that a test stands for, if it stands for one. */
    public static Optional<CriterionId> criterionId(TestIdentifier test) {
        return criterion(test).map(VerdictCollector::id);
    }

    /** Replaces the outcome of a criterion that JUnit will not report on any more. */
    public synchronized void failed(CriterionId id, String message) {
        outcomes.computeIfPresent(
                id,
                (key, outcome) -> new Outcome(
                        outcome.testClass(), outcome.criterion(), Verdict.NOT_MET, new AssertionError(message), 0));
    }

    /** All outcomes, by lab and letter. */
    public synchronized Map<CriterionId, Outcome> outcomes() {
        return new TreeMap<>(outcomes);
    }

    /** The verdict on one criterion of the plan. */
    public synchronized CriterionVerdict verdict(CriterionId id) {
        Outcome outcome = outcomes.get(id);
        return outcome.toVerdict(Failures.message(outcome));
    }

    /** The verdicts of all labs, by number. */
    public synchronized List<LabVerdicts> labs() {
        Map<Class<?>, List<CriterionVerdict>> byLab = new LinkedHashMap<>();
        outcomes.forEach((id, outcome) -> byLab.computeIfAbsent(outcome.testClass(), key -> new ArrayList<>())
                .add(outcome.toVerdict(Failures.message(outcome))));
        List<LabVerdicts> labs = new ArrayList<>();
        byLab.forEach((testClass, criteria) -> {
            Lab lab = testClass.getAnnotation(Lab.class);
            labs.add(new LabVerdicts(lab.id(), lab.title(), criteria));
        });
        return labs;
    }

    /** The test classes of all labs, by number. */
    public synchronized Collection<Class<?>> testClasses() {
        return outcomes.values().stream()
                .<Class<?>>map(Outcome::testClass)
                .distinct()
                .toList();
    }
}
