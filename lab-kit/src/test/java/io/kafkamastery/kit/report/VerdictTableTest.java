package io.kafkamastery.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTableTest {

    @Test
    void showsWhatHoldsWhatDoesNotAndWhatIsNext() {
        LabVerdicts begun = new LabVerdicts(
                "1.3",
                "First consumer",
                List.of(
                        new CriterionVerdict("a", "Hands every order to the handler", Verdict.MET, "", 10),
                        new CriterionVerdict(
                                "b",
                                "Delivers an order whose handler crashed again after a restart, and this text is long",
                                Verdict.NOT_MET,
                                "order-17 was handed over, its handler crashed, and it was never handed over again",
                                20),
                        new CriterionVerdict("c", "Stops when asked", Verdict.TO_DO, "TODO 1.3.c", 1),
                        new CriterionVerdict("d", "Survives a pause", Verdict.CANNOT_CHECK, "needs pausing", 1)));
        LabVerdicts untouched = new LabVerdicts(
                "1.4", "Keys", List.of(new CriterionVerdict("a", "Predicts", Verdict.TO_DO, "TODO", 1)));
        ModuleVerdicts week =
                new ModuleVerdicts(1, "week-01", "starter", "process", "4.3.1", 99, List.of(begun, untouched));

        assertThat(VerdictTable.draw(week, List.of("next is lab 1.3, criterion b", "read   page.md"), Palette.PLAIN))
                .isEqualTo("""

                        week-01                                your code, Kafka 4.3.1, backend process

                        Lab 1.3  First consumer                                             1 of 4 met
                          met        a Hands every order to the handler
                          NOT MET    b Delivers an order whose handler crashed again after a restart,
                                       and this text is long
                                       order-17 was handed over, its handler crashed, and it was never
                                       handed over again
                          to do      c Stops when asked
                          unchecked  d Survives a pause
                                       needs pausing

                        Lab 1.4  Keys                                                            to do

                        1 of 5 criteria met, 1 not met, 2 to do, 1 could not be checked here: next is lab 1.3, criterion b
                          read   page.md

                        """);
    }

    @Test
    void paintsOnlyWhenAsked() {
        assertThat(Palette.PLAIN.red("x")).isEqualTo("x");
        assertThat(Palette.COLOURED.red("x")).isEqualTo("\u001B[1;31mx\u001B[0m");
    }
}
