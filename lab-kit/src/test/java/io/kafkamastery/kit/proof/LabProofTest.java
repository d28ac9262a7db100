package io.kafkamastery.kit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.kit.report.LabModule;
import io.kafkamastery.kit.sample.GreeterLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof has to notice everything that it is there for: seen on a lab that has it all. */
class LabProofTest {

    @TempDir
    Path week;

    private Path page;

    @BeforeEach
    void writePage() throws Exception {
        page = Files.createDirectories(week.resolve("labs")).resolve("lab-01-greetings.md");
        Files.writeString(page, """
                # Lab 9.1: Greetings

                - [ ] **9.1.a** Greets by name
                - [ ] **9.1.b** Greets each time anew
                """);
    }

    @Test
    void acceptsWhatIsInOrder() throws Throwable {
        check("The page lists the criteria word for word");
        check("The solution meets every criterion");
        check("Accepted: Formatted");
        check("Caught by 9.1.a: ForgetsTheName");
    }

    @Test
    void oneChangedWordOnThePageIsNamedByFileAndLine() throws Exception {
        Files.writeString(page, Files.readString(page).replace("by name", "by surname"));
        assertThatThrownBy(() -> check("The page lists the criteria word for word"))
                .hasMessageContaining("labs/lab-01-greetings.md:3: 9.1.a reads")
                .hasMessageContaining("Greets by surname")
                .hasMessageContaining("Greets by name");
    }

    @Test
    void criterionMissingOnThePageIsNamed() throws Exception {
        Files.writeString(page, "# Lab 9.1: Greetings\n- [ ] **9.1.a** Greets by name\n");
        assertThatThrownBy(() -> check("The page lists the criteria word for word"))
                .hasMessageContaining("criterion 9.1.b is missing");
    }

    @Test
    void criterionWithoutMistakeIsNoticed() {
        assertThatThrownBy(() -> check("Each criterion is named by a mistake"))
                .hasMessageContaining("[9.1.a]")
                .hasMessageContaining("[9.1.a, 9.1.b]");
    }

    @Test
    void starterThatIsNotWhollyToDoIsNoticed() {
        assertThatThrownBy(() -> check("The starter is to do, in every criterion"))
                .hasMessageContaining("9.1.b met");
    }

    @Test
    void timeOutDoesNotCountAsCatching() {
        assertThatThrownBy(() -> check("Caught by 9.1.a: LoopsForEver"))
                .hasMessageContaining("LoopsForEver should be caught by 9.1.a (Greets by name)")
                .hasMessageContaining("only a time-out ended it");
    }

    @Test
    void exceptionWithoutAssertionDoesNotCountAsCatching() {
        assertThatThrownBy(() -> check("Caught by 9.1.a: Throws")).hasMessageContaining("an exception ended it");
    }

    @Test
    void missingPageIsNoticed() throws Exception {
        Files.delete(page);
        assertThatThrownBy(() -> check("The page lists the criteria word for word"))
                .hasMessageContaining("Lab 9.1 has no page");
    }

    private void check(String name) throws Throwable {
        Map<String, DynamicTest> nodes = new TreeMap<>();
        new LabProof(new LabUnderProof(GreeterLab.class, new LabModule(week)))
                .nodes()
                .forEach(node -> nodes.put(node.getDisplayName(), node));
        assertThat(nodes).containsKey(name);
        nodes.get(name).getExecutable().execute();
    }
}
