package io.kafkamastery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.Session.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner sees who only looks around: word for word. */
class LearnersCommandsTest {

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
    void listsWhatThereIs() {
        assertThat(learner.type("list").out()).isEqualTo("""
                Week 1: basics
                >   1.1  Greetings                           40 min   not started
                    1.2  Farewells                           40 min   not started
                   quiz  scripts/lab quiz 1                           not taken

                Next: scripts/lab show 1.1
                """);
    }

    @Test
    void showsAPageWithoutItsHints() {
        Answer page = learner.type("show 1.1");
        assertThat(page.exitCode()).isZero();
        assertThat(page.out()).isEqualTo("""
                Lab 1.1: Greetings

                40 minutes · you write MyGreeter · contract Greeter

                STORY

                Somebody comes in. Say hello, and say it in a sentence that is long enough to
                be wrapped when it is shown in a terminal.

                SUCCESS CRITERIA

                - [ ] 1.1.a Greets by name
                - [ ] 1.1.b Greets everybody

                WHAT YOU CAN NOW EXPLAIN

                - Why one greets.

                FILES

                  read   %1$s/week-01-basics/src/main/java/io/example/greeting/Greeter.java
                  edit   %1$s/week-01-basics/src/main/java/io/example/greeting/starter/MyGreeter.java
                  page   %1$s/week-01-basics/labs/lab-01-greeting.md

                  check  scripts/lab check 1.1     or on every save: scripts/lab watch 1.1
                  stuck  scripts/lab hint 1.1
                """.formatted(folder));
    }

    @Test
    void givesOneLevelOfAHintMoreAtEachCall() {
        assertThat(learner.type("hint 1.1").out()).isEqualTo("""
                1.1.a  what is the name?
                  1  Somebody gives it to you.
                     (1 more)
                """);
        assertThat(learner.type("hint 1.1 a").out()).isEqualTo("""
                1.1.a  what is the name?
                  1  Somebody gives it to you.
                  2  It is the argument, and nothing else.
                """);
        assertThat(learner.type("hint 1.1 a").out())
                .startsWith("1.1.a  what is the name?")
                .contains("These are all the hints.");
        assertThat(learner.type("hint 1.1.b").out()).startsWith("1.1.b  and who else?");
        assertThat(learner.type("hint 1.1 z").err()).isEqualTo("lab: Lab 1.1 has no criterion z. It has a, b.\n");
    }

    @Test
    void keepsTheSolutionUntilTheLabIsDoneOrSomebodyInsists() {
        Answer refused = learner.type("solution 1.1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).isEqualTo("""
                lab: Lab 1.1 is not done yet, and the way there is what you learn from. A hint: scripts/lab hint 1.1
                To see it nevertheless: scripts/lab solution 1.1 --anyway
                """);
        assertThat(learner.type("diff 1.1").exitCode()).isEqualTo(1);
        assertThat(learner.type("solution 1.1 --anyway").out()).contains("return \"Hello, \" + name;");
    }

    @Test
    void comparesWithTheSolution() {
        course.write(new SampleCourse.Body("return \"Hi, \" + name;"));
        assertThat(learner.type("diff 1.1 --anyway").out())
                .contains("-        return \"Hi, \" + name;\n", "+        return \"Hello, \" + name;\n")
                .doesNotContain("GreeterSolution implements")
                .doesNotContain("-package");
    }

    @Test
    void beginsALabAnewAndKeepsACopy() throws IOException {
        String pristine = Files.readString(course.starter());
        new io.kafkamastery.cli.work.PristineStarters(folder).keep();
        assertThat(learner.type("reset 1.1").out())
                .isEqualTo("Lab 1.1 is as it was at the beginning. Nothing is changed.\n");

        course.write(new SampleCourse.Body("return \"my work\";"));
        new io.kafkamastery.cli.work.PristineStarters(folder).keep(); // as an update of the command does
        Files.writeString(course.starter().resolveSibling("Also.java"), "class Also {}");
        Answer reset = learner.type("reset 1.1");

        assertThat(reset.out()).startsWith("Lab 1.1 begins anew. Your code is kept in ");
        assertThat(Files.readString(course.starter())).isEqualTo(pristine);
        assertThat(course.starter().resolveSibling("Also.java")).doesNotExist();
        Path copy = Path.of(reset.out().strip().replaceAll(".* is kept in ", ""));
        assertThat(copy.resolve("MyGreeter.java")).content().contains("my work");
        assertThat(copy.resolve("Also.java")).exists();
    }

    @Test
    void saysWhenNobodyRemembersTheStarter() {
        course.write(new SampleCourse.Body("return \"my work\";"));
        assertThat(learner.type("reset 1.1").err()).startsWith("lab: Nobody remembers how ");
        assertThat(course.starter()).content().contains("my work");
    }

    @Test
    void namesLabsAndWeeksThatThereAre() {
        assertThat(learner.type("show 1.7").err()).isEqualTo("lab: There is no lab 1.7. Week 1 has labs 1.1, 1.2.\n");
        assertThat(learner.type("check 8").err()).isEqualTo("lab: There is no week 8. There are weeks 1.\n");
        assertThat(learner.type("check week-1.1").err()).contains("There is no lab week-1.1.");
        assertThat(learner.type("quiz one").exitCode()).isEqualTo(2);
        assertThat(learner.type("lits").err()).isEqualTo("""
                lab: There is no command 'lits'. Did you mean list?
                Help: scripts/lab --help
                """);
    }

    @Test
    void showsEverythingOnOneScreen() {
        Answer overview = learner.type("");
        assertThat(overview.exitCode()).isZero();
        assertThat(overview.out().lines()).hasSizeLessThan(50).allMatch(line -> line.length() <= 80);
        assertThat(overview.out()).contains("  check  ", "  cluster  ", "kafka-topics");
    }
}
