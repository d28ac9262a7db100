package io.kafkamastery.kit.proof;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.lab.TimeLimitExceeded;
import io.kafkamastery.kit.lab.Variant;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.Verdict;
import io.kafkamastery.kit.report.VerdictCollector.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** What has to hold for one lab before its criteria may judge anybody. */
final class LabProof {

    private final LabUnderProof lab;

    LabProof(LabUnderProof lab) {
        this.lab = lab;
    }

    List<DynamicTest> nodes() {
        List<DynamicTest> nodes = new ArrayList<>();
        nodes.add(dynamicTest(
                "The page lists the criteria word for word",
                () -> LabPage.of(lab).compare()));
        nodes.add(dynamicTest("Each criterion is named by a mistake", this::eachCriterionHasAMistake));
        nodes.add(dynamicTest("The solution meets every criterion", () -> meetsAll(Variant.SOLUTION)));
        nodes.add(dynamicTest("There is an alternative", this::hasAlternative));
        lab.annotated("alternatives", Alternative.class)
                .forEach(type -> nodes.add(dynamicTest(
                        "Accepted: " + type.getSimpleName(), () -> meetsAll(new Variant(type.getSimpleName())))));
        nodes.add(dynamicTest("The starter is to do, in every criterion", this::starterIsToDo));
        lab.annotated("mistakes", Mistake.class).forEach(type -> nodes.addAll(catches(type)));
        return nodes;
    }

    private List<DynamicTest> catches(Class<?> mistake) {
        return Stream.of(mistake.getAnnotation(Mistake.class).caughtBy())
                .map(criterion -> dynamicTest(
                        "Caught by " + criterion + ": " + mistake.getSimpleName(),
                        () -> isCaught(mistake, CriterionId.parse(criterion))))
                .toList();
    }

    private void hasAlternative() {
        if (lab.annotated("alternatives", Alternative.class).isEmpty()) {
            throw new AssertionError("Lab " + lab.id() + " has no @Alternative: nothing shows that its criteria accept"
                    + " a right program that is not the solution");
        }
    }

    private void eachCriterionHasAMistake() {
        Set<String> named = lab.annotated("mistakes", Mistake.class).stream()
                .flatMap(type -> Stream.of(type.getAnnotation(Mistake.class).caughtBy()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> criteria = lab.criteria().keySet().stream()
                .map(CriterionId::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!named.equals(criteria)) {
            throw new AssertionError("Mistakes name the criteria " + named + ", but the lab has " + criteria
                    + ": a criterion without a mistake has never been seen to fail");
        }
    }

    private VariantRun runAll(Variant variant) {
        VariantRun run = new VariantRun(lab, variant, lab.criteria().values());
        lab.record(variant.name(), run.verdicts());
        Set<CriterionId> judged = run.outcomes().keySet();
        if (!judged.equals(lab.criteria().keySet())) {
            throw new AssertionError("Of the criteria " + lab.criteria().keySet() + " only " + judged + " were judged");
        }
        return run;
    }

    private void meetsAll(Variant variant) {
        List<CriterionVerdict> verdicts = runAll(variant).verdicts();
        List<CriterionVerdict> failed = verdicts.stream()
                .filter(verdict -> verdict.verdict() != Verdict.MET && verdict.verdict() != Verdict.CANNOT_CHECK)
                .toList();
        if (!failed.isEmpty()) {
            throw new AssertionError(variant.name() + " is right, but is rejected:\n" + list(failed));
        }
        List<CriterionVerdict> unchecked = verdicts.stream()
                .filter(verdict -> verdict.verdict() == Verdict.CANNOT_CHECK)
                .toList();
        if (!unchecked.isEmpty()) {
            throw new TestAbortedException(
                    variant.name() + " could not be checked completely here:\n" + list(unchecked));
        }
    }

    private void starterIsToDo() {
        List<CriterionVerdict> others = runAll(Variant.STARTER).verdicts().stream()
                .filter(verdict -> verdict.verdict() != Verdict.TO_DO && verdict.verdict() != Verdict.CANNOT_CHECK)
                .toList();
        if (!others.isEmpty()) {
            throw new AssertionError("The starter should be to do in every criterion, but:\n" + list(others));
        }
    }

    private String list(List<CriterionVerdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> "  " + lab.id() + "." + verdict.id() + " "
                        + verdict.verdict().json() + ": " + verdict.message())
                .collect(Collectors.joining("\n"));
    }

    private void isCaught(Class<?> mistake, CriterionId criterion) {
        if (!lab.criteria().containsKey(criterion)) {
            throw new AssertionError(mistake.getSimpleName() + " is to be caught by " + criterion + ", which lab "
                    + lab.id() + " does not have");
        }
        VariantRun run = new VariantRun(
                lab,
                new Variant(mistake.getSimpleName()),
                List.of(lab.criteria().get(criterion)));
        Outcome outcome = run.outcomes().get(criterion);
        String complaint = complaintAbout(outcome);
        String message = run.verdicts().stream()
                .map(CriterionVerdict::message)
                .findFirst()
                .orElse("");
        lab.record(new MistakeFinding(
                mistake.getSimpleName(),
                mistake.getAnnotation(Mistake.class).belief(),
                criterion.toString(),
                complaint.isEmpty() ? "caught" : "survived",
                message,
                outcome == null ? 0 : outcome.millis()));
        if (outcome != null && outcome.verdict() == Verdict.CANNOT_CHECK) {
            throw new TestAbortedException(message);
        }
        if (!complaint.isEmpty()) {
            throw new AssertionError(
                    mistake.getSimpleName() + " should be caught by " + criterion + " (" + lab.textOf(criterion)
                            + "), but " + complaint + (message.isEmpty() ? "" : "\n" + message),
                    outcome == null ? null : outcome.failure());
        }
    }

    /** Why an outcome does not count as catching a mistake; empty if it does. */
    private static String complaintAbout(Outcome outcome) {
        if (outcome == null) {
            return "it was not run.";
        }
        if (outcome.verdict() != Verdict.NOT_MET) {
            return "the verdict is " + outcome.verdict().json() + ".";
        }
        Throwable failure = outcome.failure();
        if (failure instanceof TimeLimitExceeded || failure instanceof ConditionTimeoutException) {
            return "only a time-out ended it, which teaches nothing:";
        }
        if (!(failure instanceof AssertionError)) {
            return "an exception ended it and no assertion:";
        }
        return failure.getMessage() == null || failure.getMessage().isBlank() ? "the assertion says nothing." : "";
    }
}
