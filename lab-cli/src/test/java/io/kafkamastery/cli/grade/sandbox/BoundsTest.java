package io.kafkamastery.cli.grade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who is a broker and who is a stranger, while brokers come and go. */
@DisabledOnOs(OS.WINDOWS)
class BoundsTest {

    /** More than tests may start. */
    private static final int CHILDREN = 7;

    @TempDir
    Path home;

    private Process sandbox;
    private Bounds bounds;

    @BeforeEach
    void startProcesses() throws IOException {
        String children = "sleep 60 & ".repeat(CHILDREN);
        sandbox = new ProcessBuilder("/bin/sh", "-c", children + "wait").start();
        bounds = new Bounds(sandbox.toHandle(), Limits.DEFAULT, home, () -> 0);
        await().until(() -> children().size() == CHILDREN);
    }

    @AfterEach
    void endThem() {
        bounds.kill();
    }

    @Test
    void endsWhatStartsProcesses() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bounds.found()).hasValue("It started processes of its own."));
    }

    @Test
    void knowsABrokerWhoseNoteIsGoneOrBeingRewritten() throws IOException {
        for (ProcessHandle child : children()) {
            Files.writeString(note(child), child.pid() + " 1795273933470");
        }
        assertThat(bounds.found()).isEmpty();
        for (ProcessHandle child : children()) {
            Files.writeString(note(child), "");
        }
        Files.delete(note(children().get(0)));
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(20))
                .until(() -> bounds.found().isEmpty());
    }

    private List<ProcessHandle> children() {
        return sandbox.toHandle().children().toList();
    }

    private Path note(ProcessHandle child) throws IOException {
        return Files.createDirectories(home.resolve("kafka-mastery-1-2-3/node-" + child.pid()))
                .resolve("process");
    }
}
