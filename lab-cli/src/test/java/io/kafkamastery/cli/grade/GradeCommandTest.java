package io.kafkamastery.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.Session.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an instructor sees who grades honest work: done, half done, not begun, and wrong. */
@Timeout(180)
class GradeCommandTest {

    private static final String LAB = "week-01-basics/src/main/java/io/example/greeting/starter/";

    @TempDir
    Path folder;

    private SampleCourse course;
    private Session instructor;
    private Path out;

    @BeforeEach
    void sitDown() throws IOException {
        course = new SampleCourse(folder.resolve("course"));
        instructor = new Session(folder.resolve("course"));
        out = folder.resolve("grades");
        handIn("ada", "return \"Hello, \" + name;");
        handIn("ben", "return name.equals(\"Ada\") ? \"Hello, Ada\" : \"Go | <away>\";");
        handIn("cyd", "return name");
        Files.createDirectories(folder.resolve("all/dan"));
    }

    private void handIn(String name, String body) throws IOException {
        Path file = folder.resolve("all").resolve(name).resolve(LAB + "MyGreeter.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package io.example.greeting.starter;

                import io.example.greeting.Greeter;

                public final class MyGreeter implements Greeter {

                    @Override
                    public String greet(String name) {
                        %s
                    }
                }
                """.formatted(body));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-03T10:00:00Z")));
    }

    @Test
    void givesEachWhatWasEarned() {
        course.write("grading.yaml", "passMark: 20\nweights: { \"1.1.a\": 3 }\n");
        Answer answer = instructor.type("grade --all " + folder.resolve("all") + " --out " + out);
        assertThat(answer.out()).isEqualTo("""
                ada                                                            2 of 4   66.7 %
                ben                                                            1 of 4   50.0 %
                cyd                                                            0 of 4    0.0 %
                dan                                                            0 of 4    0.0 %

                Reports: OUT
                """.replace("OUT", out.toString()));
        assertThat(answer.exitCode()).as("somebody has not passed").isEqualTo(1);
        assertThat(out.resolve("gradebook.csv")).content().isEqualTo("""
                name,percent,passed,met,criteria,points,out of,hours late,received,lab 1.1,lab 1.2
                ada,66.7,yes,2,4,4,6,0,2026-11-03T10:00:00Z,4,0
                ben,50,yes,1,4,3,6,0,2026-11-03T10:00:00Z,3,0
                cyd,0,no,0,4,0,6,0,2026-11-03T10:00:00Z,0,0
                dan,0,no,0,4,0,6,0,,0,0
                """);
        assertThat(out.resolve("ben/summary.md")).content().startsWith("""
                ## 1 of 4 criteria met: 50 %

                | lab | met | points |
                | --- | --- | --- |
                | 1.1 Greetings | **1 of 2** | 3 of 4 |
                | 1.2 Farewells | to do | 0 of 2 |

                <details><summary>Lab 1.1: Greetings</summary>

                **1.1.b** Greets everybody: *not met*

                ```text
                [the greeting for Ben]\s
                expected: "Hello, Ben"
                 but was: "Go | <away>"
                ```

                </details>

                <sub>Kafka 4.3.1, Java""");
        assertThat(out.resolve("cyd/summary.md"))
                .content()
                .contains("| 1.1 Greetings | **does not compile** | 0 of 4 |", "error: ';' expected")
                .doesNotContain(folder.toString())
                .doesNotContain("lab-grade-");
        assertThat(out.resolve("ben/report.html"))
                .content()
                .contains("but was: &quot;Go | &lt;away&gt;&quot;", "1.1.b Greets everybody");
        assertThat(out.resolve("ben/junit.xml")).content().startsWith("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="ben" tests="4" failures="3">
                  <testsuite name="Lab 1.1: Greetings" tests="2" failures="1">
                """);
    }

    @Test
    void takesOffForBeingLate() {
        course.write(
                "grading.yaml",
                "late: { due: 2026-11-01T12:00:00Z, grace: PT1H, percentPerDay: 10, atMost: 50 }\npassMark: 20");
        Answer answer = instructor.type("grade " + folder.resolve("all/ada") + " --out " + out);
        assertThat(answer.out())
                .startsWith("ada                                                            2 of 4   30.0 %");
        assertThat(answer.exitCode()).isZero();
        assertThat(out.resolve("ada/summary.md")).content().contains("46 hours late: 20 percentage points less.");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThat(instructor.type("grade nowhere.zip").err())
                .startsWith("lab: 'nowhere.zip' is no folder and no zip, and ");
        assertThat(instructor.type("grade").err()).startsWith("lab: What is to be graded?");
        course.write("grading.yaml", "passmark: 50");
        assertThat(instructor.type("grade " + folder.resolve("all/dan")).err())
                .contains("grading.yaml: nobody knows [passmark]. It may say [late, limits, passMark,");
    }

    @Test
    void laysFilesOutToBeCompared() {
        Path compare = folder.resolve("compare");
        Answer answer = instructor.type("grade --all " + folder.resolve("all") + " --lay-out " + compare);
        assertThat(answer.out()).isEqualTo(compare + ": what 3 of 4 wrote, and the starters.\n");
        assertThat(compare.resolve("submissions/1.1/ada/MyGreeter.java")).isRegularFile();
        assertThat(compare.resolve("starters/1.1/MyGreeter.java")).isRegularFile();
        assertThat(compare.resolve("submissions/1.1/dan")).doesNotExist();
    }
}
