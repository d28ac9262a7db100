package io.kafkamastery.kit.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class LabExtensionTest {

    @Test
    void solutionMeetsEveryCriterion() {
        assertThat(verdicts("solution")).extracting(CriterionVerdict::verdict).containsOnly(Verdict.MET);
    }

    @Test
    void starterIsToDoAndSaysWhat() {
        CriterionVerdict a = verdicts("starter").get(0);
        assertThat(a.verdict()).isEqualTo(Verdict.TO_DO);
        assertThat(a.message()).isEqualTo("TODO 9.1.a: greet whoever it is");
    }

    @Test
    void criteriaKeepTheirOrderAndTheirWords() {
        assertThat(verdicts("solution"))
                .extracting(CriterionVerdict::id, CriterionVerdict::text)
                .containsExactly(tuple("a", "Greets by name"), tuple("b", "Greets each time anew"));
    }

    @Test
    void wrongBehaviourIsNotMetInTheWordsOfTheAssertion() {
        CriterionVerdict a = verdicts("ForgetsTheName").get(0);
        assertThat(a.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(a.message()).contains("the greeting of Ada", "Hello Ada");
    }

    @Test
    void endlessLoopNamesTheLineAndLetsTheOthersRun() {
        List<CriterionVerdict> verdicts = verdicts("LoopsForEver");
        assertThat(verdicts.get(0).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(verdicts.get(0).message())
                .contains("No verdict after 2 s", "LoopsForEver.greet(LoopsForEver.java:", "endless loop");
        assertThat(verdicts.get(1).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void endlessWaitNamesTheLineAndIsInterrupted() {
        assertThat(verdicts("WaitsForEver").get(0).message())
                .contains("WaitsForEver.greet(WaitsForEver.java:")
                .doesNotContain("endless loop");
    }

    @Test
    void exceptionOfTheLearnersIsNamedWithItsLine() {
        assertThat(verdicts("Throws").get(0).message())
                .contains("Your code threw java.lang.IllegalStateException: the greeting card is empty")
                .contains("Throws.greet(Throws.java:");
    }

    @Test
    void exceptionThatEndsAThreadFailsTheCriterion() {
        CriterionVerdict a = verdicts("DiesInAThread").get(0);
        assertThat(a.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(a.message()).contains("The thread 'greeter'", "nobody hears me", "DiesInAThread.java:");
    }

    @Test
    void todoReachedInAThreadIsToDo() {
        assertThat(verdicts("ReachesTheTodoInAThread").get(0).verdict()).isEqualTo(Verdict.TO_DO);
    }

    @Test
    void clientLeftOpenFailsTheCriterionAndIsNamed() {
        CriterionVerdict a = verdicts("LeavesAClientOpen").get(0);
        assertThat(a.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(a.message()).contains("Left open", "producer forgotten");
    }

    @Test
    void unknownVariantListsTheKnownOnes() {
        assertThat(verdicts("NoSuchThing").get(0).message())
                .contains("Unknown variant 'NoSuchThing' of Greeter")
                .contains("starter, solution, Formatted,")
                .contains("LoopsForEver");
    }

    @Test
    void gradingTurnsToDoIntoAFailureButNotIntoAnotherVerdict() {
        Map<String, String> strict = Map.of("lab.strict", "true");
        assertThat(SampleRun.verdicts("starter", strict).get(0).verdict()).isEqualTo(Verdict.TO_DO);
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        SampleRun.run("starter", strict, summary);
        assertThat(summary.getSummary().getTestsFailedCount()).isEqualTo(1);
        assertThat(summary.getSummary().getTestsAbortedCount()).isZero();
    }

    private static List<CriterionVerdict> verdicts(String variant) {
        return SampleRun.verdicts(variant, Map.of());
    }
}
