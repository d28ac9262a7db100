package io.kafkamastery.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.Session.Answer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Grades the attack corpus in one run, and an honest submission after it. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksTest {

    private static final String HONEST = "zz-honest";
    /** Short, so that what waits for ever does not keep us waiting as long as it would a real grader. */
    private static final String LIMITS = "limits: { silenceSeconds: 20, outputMegabytes: 4, threads: 300 }\n";

    private Path folder;
    private List<Attack> attacks;
    private Answer answer;
    private Map<String, JsonNode> results;
    private Path out;

    @BeforeAll
    void gradeAll(@TempDir Path temporary) throws IOException, URISyntaxException {
        folder = temporary;
        Path corpus = Path.of(AttacksTest.class.getResource("/attacks").toURI());
        attacks = new ArrayList<>();
        String only = System.getProperty("attacks", "");
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> only.isEmpty()
                            || List.of(only.split(","))
                                    .contains(path.getFileName().toString().replace(".yaml", "")))
                    .sorted()
                    .toList()) {
                attacks.add(Attack.read(file));
            }
        }
        Path course = folder.resolve("course");
        new SampleCourse(course).write("grading.yaml", LIMITS);
        Path submissions = Files.createDirectories(folder.resolve("submissions"));
        for (Attack attack : attacks) {
            attack.handIn(submissions);
        }
        Path honest = submissions.resolve(HONEST).resolve(Attack.STARTER);
        Files.createDirectories(honest.getParent());
        Files.writeString(
                honest,
                "package io.example.greeting.starter; public class MyGreeter implements io.example.greeting.Greeter {"
                        + " public String greet(String name) { return \"Hello, \" + name; } }");
        out = folder.resolve("grades");
        answer = new Session(course).type("grade --weeks 1 --all " + submissions + " --out " + out);
        results = new LinkedHashMap<>();
        if (Files.exists(out.resolve("results.json"))) {
            new ObjectMapper()
                    .readTree(out.resolve("results.json").toFile())
                    .get("submissions")
                    .forEach(result -> results.put(result.get("name").asText(), result));
        }
    }

    @Test
    void gradesThemAllInOneRun() {
        assertThat(answer.err()).doesNotContain("should not have happened");
        assertThat(results.keySet()).as(answer.err()).hasSize(attacks.size() + 1);
    }

    @Test
    void givesNoneWhatItDidNotEarn() {
        SoftAssertions all = new SoftAssertions();
        for (Attack attack : attacks) {
            JsonNode result = results.get(attack.name());
            JsonNode lab = result.get("labs").get(0);
            String refused = lab.path("refused").path("kind").asText("");
            for (JsonNode criterion : lab.get("criteria")) {
                String id = criterion.get("id").asText();
                String expected = attack.expected(id.substring(id.length() - 1));
                boolean isRefusal = expected.equals("not-allowed") || expected.equals("does-not-compile");
                all.assertThat(isRefusal ? refused : criterion.get("verdict").asText())
                        .as("%s, %s: %s", attack.id(), id, lab)
                        .isEqualTo(expected);
                all.assertThat(criterion.get("points").asDouble())
                        .as("points of %s for %s", attack.id(), id)
                        .isEqualTo(expected.equals("met") ? 1 : 0);
            }
            all.assertThat(texts(result))
                    .as("what is said about %s", attack.id())
                    .contains(attack.says());
        }
        all.assertAll();
    }

    /** All that is said, as text. */
    private static String texts(JsonNode node) {
        if (node.isValueNode()) {
            return node.asText() + "\n";
        }
        StringBuilder all = new StringBuilder();
        StreamSupport.stream(node.spliterator(), false).forEach(child -> all.append(texts(child)));
        return all.toString();
    }

    @Test
    void givesTheHonestOneAfterThemAllThatItEarned() {
        JsonNode honest = results.get(HONEST);
        assertThat(honest.get("labs").get(0).get("points").asDouble())
                .as("%s", honest)
                .isEqualTo(2);
        assertThat(honest.has("remarks")).as("%s", honest).isFalse();
    }

    @Test
    void leavesNothingBehind() throws IOException {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .as("processes that are still running")
                .isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().equals("pwned")))
                    .isEmpty();
        }
        assertThat(Path.of("results.json")).doesNotExist();
    }

    /** What GitHub's runner would act on, and what a browser would. */
    @Test
    void writesNothingThatAnythingActsOn() throws IOException {
        assertThat(answer.out() + answer.err())
                .doesNotContainPattern("(?m)^\\s*::")
                .doesNotContain("##[");
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (file.toString().endsWith(".html") || file.toString().endsWith(".xml")) {
                    assertThat(text)
                            .as(file.toString())
                            .doesNotContain("<script>")
                            .doesNotContain("<img");
                }
                if (!file.toString().endsWith(".json")) {
                    assertThat(text)
                            .as(file.toString())
                            .doesNotContainPattern("(?m)^\\s*::")
                            .doesNotContain("##[");
                }
            }
        }
        assertThat(out.resolve("gradebook.csv")).content().doesNotContainPattern("(?m)^[=+@-]");
        assertThat(out.resolve("prints-markup/summary.md")).content().contains("````text\nYour code threw");
    }

    @Test
    void hasAtLeastTwentyOfThem() {
        assertThat(new TreeSet<>(attacks.stream()
                        .map(attack -> attack.spec().get("attack").asText())
                        .toList()))
                .hasSizeGreaterThan(20);
    }
}
