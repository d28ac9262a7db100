package io.kafkamastery.cli.handout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.Session.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an instructor gives away, and what they keep. */
class HandoutCommandTest {

    private static final String POM = """
            <project>
              <modules>
                <module>lab-kit</module>
                <module>week-01-basics</module>
                <module>week-02-more</module>
              </modules>
            </project>
            """;

    @TempDir
    Path folder;

    private Path root;
    private SampleCourse course;
    private Session instructor;

    @BeforeEach
    void writeCourse() {
        root = folder.resolve("course");
        course = new SampleCourse(root);
        course.write("pom.xml", POM);
        course.write("week-02-more/pom.xml", "");
        course.write("week-02-more/labs/readme.md", "");
        course.write(
                "week-01-basics/src/test/java/io/example/greeting/mistakes/Rude.java", "package io.example.greeting;");
        course.write("week-01-basics/src/test/java/io/example/Week01ProofIT.java", "package io.example;");
        course.write("README.md", """
                Begin with [week 1](week-01-basics/labs/lab-01-greeting.md#hints), then [week 2](week-02-more/labs/readme.md).
                See [Kafka](https://kafka.apache.org).

                <!-- for authors -->
                Prove it.
                <!-- end -->
                ```java source=week-01-basics/src/main/java/io/example/greeting/solution/GreeterSolution.java#all
                ```
                """);
        instructor = new Session(root);
    }

    @Test
    void keepsTheAnswers() throws IOException {
        Path out = folder.resolve("out");
        Answer answer = instructor.type("handout 1 --to " + out);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .isEqualTo(out + ": 17 files, 2 labs, 4 criteria. handout.json in it says what learners change.\n");
        try (Stream<Path> files = Files.walk(out)) {
            Set<String> names = files.filter(Files::isRegularFile)
                    .map(file -> Manifest.slashes(out.relativize(file)))
                    .collect(Collectors.toSet());
            assertThat(names)
                    .contains(
                            "handout.json",
                            "week-01-basics/src/main/java/io/example/greeting/starter/MyGreeter.java",
                            "week-01-basics/src/test/java/io/example/greeting/GreeterLabTest.java")
                    .noneMatch(name -> name.matches(".*(solution|mistakes|ProofIT|target|week-02).*"));
        }
        assertThat(out.resolve("pom.xml")).content().contains("week-01-basics").doesNotContain("week-02");
    }

    @Test
    void turnsWhatLeadsNowhereIntoText() {
        Path out = folder.resolve("out");
        instructor.type("handout 1 --to " + out);
        assertThat(out.resolve("README.md")).content().isEqualTo("""
                Begin with [week 1](week-01-basics/labs/lab-01-greeting.md#hints), then week 2.
                See [Kafka](https://kafka.apache.org).

                ```java
                ```
                """);
    }

    @Test
    void packsTheSameIntoAZip() throws IOException {
        Path out = folder.resolve("out");
        Path zip = folder.resolve("out.zip");
        instructor.type("handout 1 --to " + out + " --zip " + zip);
        try (ZipFile packed = new ZipFile(zip.toFile());
                Stream<Path> files = Files.walk(out)) {
            List<String> inside = packed.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .toList();
            assertThat(inside)
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> "kafka-mastery-week-1/" + Manifest.slashes(out.relativize(file)))
                            .toList());
        }
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws IOException {
        assertThat(instructor.type("handout").err())
                .isEqualTo("lab: Which week? Say for example: scripts/lab handout 2\n");
        assertThat(instructor.type("handout 7").err()).isEqualTo("lab: There is no week 7. There are weeks 1, 2.\n");
        assertThat(instructor.type("handout --weeks one").err())
                .isEqualTo("lab: 'one' names no weeks. Say for example 2, 1-3, or 1,3.\n");
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("notes.txt"), "mine");
        assertThat(instructor.type("handout 1 --to " + full).err()).startsWith("lab: " + full + " is not empty.");
    }

    @Test
    void refusesStartersThatSomebodyHasWorkedIn() throws Exception {
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Begin");
        course.write(new SampleCourse.Body("return name;"));
        assertThat(instructor.type("handout 1 --to " + folder.resolve("out")).err())
                .contains("MyGreeter.java", "git restore");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
