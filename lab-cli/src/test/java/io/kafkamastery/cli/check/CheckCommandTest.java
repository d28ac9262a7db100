package io.kafkamastery.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.SampleCourse.Body;
import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.Session.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a learner sees who has their code checked, whatever that code does. */
@Timeout(120)
class CheckCommandTest {

    @TempDir
    Path folder;

    private SampleCourse course;
    private Session learner;

    @BeforeEach
    void sitDown() {
        course = new SampleCourse(folder);
        learner = new Session(folder);
    }

    @Test
    void leadsFromNothingToDone() {
        Answer untouched = learner.type("check 1.1");
        assertThat(untouched.exitCode()).isEqualTo(1);
        assertThat(untouched.out()).isEqualTo("""
                Lab 1.1  Greetings
                  to do      a Greets by name
                  to do      b Greets everybody

                0 of 2 criteria met, 2 to do.
                  next   1.1.a
                  edit   %s
                  stuck  scripts/lab hint 1.1 a
                """.formatted(course.starter()));

        course.write(new Body("return name.equals(\"Ada\") ? \"Hello, Ada\" : \"Go away\";"));
        Answer half = learner.type("check 1.1");
        assertThat(half.exitCode()).isEqualTo(1);
        assertThat(half.out()).isEqualTo("""
                Lab 1.1  Greetings
                  met        a Greets by name
                  NOT MET    b Greets everybody
                               [the greeting for Ben]
                               expected: "Hello, Ben"
                                but was: "Go away"

                1 of 2 criteria met, 1 not met.
                  next   1.1.b
                  edit   %s
                  stuck  scripts/lab hint 1.1 b
                """.formatted(course.starter()));

        course.write(new Body("return \"Hello, \" + name;"));
        Answer done = learner.type("check 1.1");
        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).endsWith("2 of 2 criteria met. Well done.\n");
        assertThat(learner.type("list").out()).contains("Greetings                           40 min   done");
        assertThat(learner.type("solution 1.1").exitCode()).isZero();
    }

    @Test
    void showsWhatDoesNotCompileAsTheCompilerSaysIt() {
        course.write(new Body("return name"));
        Answer broken = learner.type("check 1.1");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).isEqualTo("""
                Lab 1.1 does not compile:
                %s:9: error: ';' expected
                        return name
                                   ^
                1 error
                """.formatted(course.starter()));
        course.write(new Body("return \"Hello, \" + name;"));
        assertThat(learner.type("check 1.1").exitCode()).isZero();
    }

    @Test
    void checksTheOtherLabsWhenOneDoesNotCompile() {
        course.write(new Body("return name"));
        Answer all = learner.type("check all");
        assertThat(all.exitCode()).isEqualTo(1);
        assertThat(all.out())
                .contains("Lab 1.2  Farewells                                                       to do")
                .contains("Lab 1.1 does not compile:")
                .contains("0 of 2 criteria met, 2 to do.");
        assertThat(learner.type("check 1.2").out()).contains("to do      a Greets by name");
    }

    @Test
    void checksAWeekLabByLab() {
        course.write(new Body("return \"Hello, \" + name;"));
        assertThat(learner.type("check week-01").out()).isEqualTo("""
                Lab 1.1  Greetings                                                        done
                  met        a Greets by name
                  met        b Greets everybody

                Lab 1.2  Farewells                                                       to do

                2 of 4 criteria met, 2 to do.
                  next   1.2.a
                  edit   %s
                  stuck  scripts/lab hint 1.2 a
                """.formatted(
                        folder.resolve("week-01-basics/src/main/java/io/example/farewell/starter/MyLeaver.java")));
        assertThat(learner.type("check").out()).as("the next lab").startsWith("Lab 1.2  Farewells");
    }

    @Test
    void endsAnEndlessLoop() {
        course.write(new Body("if (name.equals(\"Ben\")) while (true) {} return \"Hello, \" + name;"));
        assertThat(learner.type("check 1.1").out())
                .contains("met        a Greets by name")
                .contains("NOT MET    b Greets everybody", "No verdict after 3 s", "look for an endless");
    }

    @Test
    void survivesSystemExit() {
        course.write(new Body("System.exit(0); return name;"));
        assertThat(learner.type("check 1.1").out())
                .contains("NOT MET    a Greets by name", "Your code ended the whole JVM with System.exit")
                .contains("unchecked  b Greets everybody", "Not checked, because");
    }

    @Test
    void survivesARuntimeThatIsHalted() {
        course.write(new Body("Runtime.getRuntime().halt(3); return name;"));
        assertThat(learner.type("check 1.1").out())
                .contains("NOT MET    a Greets by name", "ended without a word (exit code 3)")
                .contains("unchecked  b Greets everybody");
    }

    @Test
    void survivesAFullMemory() {
        course.write(new Body(
                "java.util.List<byte[]> all = new java.util.ArrayList<>(); while (true) all.add(new byte[1 << 20]);"));
        assertThat(learner.type("check 1.1").out())
                .contains("NOT MET    a Greets by name", "Your code used up all memory (512 MB): Java heap space");
    }

    @Test
    void showsTheEndOfWhatFailingCodePrinted() {
        course.write(
                new Body(
                        "for (int i = 1; i <= 30; i++) System.out.println(\"line \" + i); System.out.print(\"no end\"); return name;"));
        Answer answer = learner.type("check 1.1");
        assertThat(answer.out()).contains("| line 30").contains("| no end").doesNotContain("| line 1\n");
        assertThat(answer.err()).contains("What your code printed is in ");
        assertThat(folder.resolve("week-01-basics/target/lab-output.log"))
                .content()
                .contains("--- 1.1.a\nline 1\n");
    }

    @Test
    void noticesAFileThatIsGone() {
        course.write(
                "week-01-basics/src/main/java/io/example/greeting/starter/Words.java",
                "package io.example.greeting.starter; final class Words { static final String HELLO = \"Hello, \"; }");
        course.write(new Body("return Words.HELLO.concat(name);"));
        assertThat(learner.type("check 1.1").exitCode()).isZero();
        assertThat(course.starter().resolveSibling("Words.java").toFile().delete())
                .isTrue();
        assertThat(learner.type("check 1.1").out()).contains("package Words does not exist");
    }

    @Test
    void playsMainAndSaysWhatIsToDo() {
        assertThat(learner.type("run 1.1 Ada").err()).isEqualTo("lab: TODO 1.1.a: greet by name (MyGreeter.java:9)\n");
        course.write(new Body("throw new IllegalStateException(\"no voice\");"));
        Answer died = learner.type("run 1.1 Ada");
        assertThat(died.exitCode()).isEqualTo(1);
        assertThat(died.err()).startsWith("""
                Exception in your main: java.lang.IllegalStateException: no voice
                    at io.example.greeting.starter.MyGreeter.greet(MyGreeter.java:9)
                    at io.example.greeting.starter.MyGreeter.main(MyGreeter.java:13)
                """);
        assertThat(learner.type("run 1.2 Ada").err()).contains("There is no public static void main(String[]) in ");
    }
}
