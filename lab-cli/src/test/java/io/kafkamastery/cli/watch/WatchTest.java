package io.kafkamastery.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.cli.Lab;
import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.SampleCourse.Body;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.kit.report.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A learner who keeps saving. */
@Timeout(180)
class WatchTest {

    private static final Body RIGHT = new Body("return \"Hello, \" + name;");

    private final InputStream realKeyboard = System.in;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private SampleCourse course;
    private PipedOutputStream fingers;
    private CompletableFuture<Integer> watch;

    @BeforeEach
    void startWatching() throws IOException {
        course = new SampleCourse(folder);
        fingers = new PipedOutputStream();
        System.setIn(new PipedInputStream(fingers));
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(out, out, Palette.PLAIN, false, "scripts/lab");
        watch = CompletableFuture.supplyAsync(() -> Lab.run(terminal, new Course(folder), "watch", "1.1"));
        awaitScreen("0 of 2 criteria met, 2 to do.");
    }

    @AfterEach
    void stopWatching() throws Exception {
        press('q');
        assertThat(watch.get(30, TimeUnit.SECONDS)).isZero();
        System.setIn(realKeyboard);
    }

    private void press(char key) throws IOException {
        fingers.write(key);
        fingers.flush();
    }

    /** Waits until that has appeared since the last look, and forgets the screen. */
    private String awaitScreen(String text) {
        await(text).atMost(Duration.ofSeconds(60)).until(() -> seen().contains(text) && seen().contains("q quit"));
        String seen = seen();
        screen.reset();
        return seen;
    }

    private String seen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsOnEachSaveWhatHolds() throws IOException {
        course.write(RIGHT);
        assertThat(awaitScreen("2 of 2 criteria met. Now met: a, b."))
                .contains("met        a Greets by name", "verdict after");

        course.write(new Body("return name"));
        assertThat(awaitScreen("1 error")).contains("error: ';' expected", "shown after");

        course.write(new Body("return name.equals(\"Ada\") ? \"Hello, Ada\" : \"\";"));
        awaitScreen("1 of 2 criteria met, 1 not met. No longer met: b.");

        press('h');
        awaitScreen("1.1.b  and who else?");
        press('l');
        awaitScreen("no longer passes 1/2");
        press('r');
        awaitScreen("1 of 2 criteria met");
        press('n');
        awaitScreen("Lab 1.2  Farewells");
    }

    @Test
    void checksCriteriaSideBySide() {
        course.write(
                new Body(
                        "if (name.equals(\"Ada\")) Runtime.getRuntime().halt(3); System.out.println(\"b \" + name); return \"\";"));
        String seen = awaitScreen("0 of 2 criteria met, 2 not met.");
        assertThat(seen)
                .as("what ended the JVM of criterion a, and what b's, which is another, said")
                .contains("ended without a word (exit code 3)")
                .contains("| b Ben")
                .containsSubsequence("NOT MET    a", "NOT MET    b");
    }

    @Test
    void outlivesWhatTheCodeDoesAndASaveEndsACheck() {
        course.write(new Body("System.exit(0); return name;"));
        awaitScreen("Your code ended the whole JVM with System.exit");
        course.write(new Body("Runtime.getRuntime().halt(3); return name;"));
        awaitScreen("ended without a word (exit code 3)");
        course.write(
                new Body("synchronized (this) { try { wait(); } catch (InterruptedException e) { } } return name;"));
        await("the check that hangs").until(() -> seen().contains("Lab 1.1  Greetings"));
        course.write(RIGHT);
        assertThat(awaitScreen("2 of 2 criteria met.")).doesNotContain("No verdict after");
    }
}
