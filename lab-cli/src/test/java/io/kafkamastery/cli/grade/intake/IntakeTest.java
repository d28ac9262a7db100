package io.kafkamastery.cli.grade.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.grade.intake.Delivery.LeftAside;
import io.kafkamastery.cli.handout.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of commits; folders and zips are in the attack corpus. */
class IntakeTest {

    private static final String STARTER = "week-01-basics/src/main/java/io/example/greeting/starter/";

    @TempDir
    Path folder;

    private Path repository;
    private Intake intake;

    @BeforeEach
    void prepare() throws Exception {
        Path root = folder.resolve("course");
        new SampleCourse(root);
        Course course = new Course(root);
        intake = new Intake(root, Manifest.of(course, course.weeks()));
        repository = Files.createDirectories(folder.resolve("theirs"));
        git("init", "-q", "-b", "main");
    }

    @Test
    void takesFilesOfACommitAsTheyWereCommitted() throws Exception {
        write(STARTER + "MyGreeter.java", "class MyGreeter {}\n");
        write(STARTER + "Words.java", "class Words {}\n");
        write("pom.xml", "<project/>");
        commit();
        write(STARTER + "MyGreeter.java", "not committed");
        Delivery delivery = intake.take(repository + "#main");
        assertThat(delivery.name()).isEqualTo("main");
        assertThat(delivery.files().keySet())
                .containsExactlyInAnyOrder(STARTER + "MyGreeter.java", STARTER + "Words.java");
        assertThat(new String(delivery.files().get(STARTER + "MyGreeter.java"), StandardCharsets.UTF_8))
                .isEqualTo("class MyGreeter {}\n");
    }

    @Test
    void followsNoLinkOfACommit() throws Exception {
        Files.createDirectories(repository.resolve(STARTER));
        Files.createSymbolicLink(repository.resolve(STARTER + "MyGreeter.java"), Path.of("/etc/hostname"));
        commit();
        Delivery delivery = intake.take(repository + "#main");
        assertThat(delivery.files()).isEmpty();
        assertThat(delivery.leftAside()).containsExactly(new LeftAside(STARTER + "MyGreeter.java", "a symbolic link"));
    }

    /** A filter is a command in a repository's settings that git runs when files are checked out. */
    @Test
    void runsNothingThatARepositoryAsksFor() throws Exception {
        write(STARTER + "MyGreeter.java", "class MyGreeter {}\n");
        write(".gitattributes", "*.java filter=evil diff=evil\n");
        Files.writeString(repository.resolve(".git/hooks/post-checkout"), "touch " + folder.resolve("pwned"));
        commit();
        git("config", "filter.evil.smudge", "touch " + folder.resolve("pwned"));
        git("config", "diff.evil.textconv", "touch " + folder.resolve("pwned"));
        git("config", "core.fsmonitor", "touch " + folder.resolve("pwned"));
        assertThat(intake.take(repository + "#main").files()).hasSize(1);
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void takesAnOptionForTheNameOfACommit() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> intake.take(repository + "#--upload-pack=touch"))
                .hasMessageContaining("has no commit of that name");
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void commit() throws Exception {
        git("add", ".");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Hand in");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
