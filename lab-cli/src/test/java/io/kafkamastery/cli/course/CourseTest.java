package io.kafkamastery.cli.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {

    @TempDir
    Path root;

    @BeforeEach
    void writeASmallCourse() throws IOException {
        Path labs = Files.createDirectories(root.resolve("week-03-small-things/labs"));
        Files.writeString(root.resolve("week-03-small-things/pom.xml"), "");
        Files.writeString(labs.resolve("lab-10-last.md"), page("3.10", "Last"));
        Files.writeString(labs.resolve("lab-02-first.md"), page("3.2", "First"));
        Files.writeString(labs.resolve("lab-99-notes.md"), "no lab's page");
    }

    private static String page(String id, String title) {
        return """
                # Lab %s: %s

                **40 minutes** · you write [MyGreeter](../src/main/java/io/example/greeting/starter/MyGreeter.java)
                · contract [Greeter](../src/main/java/io/example/greeting/Greeter.java)

                ## Success criteria

                - [ ] **%s.a** Greets by name
                - [ ] **%s.b** Greets everybody
                """.formatted(id, title, id, id);
    }

    @Test
    void readsWeeksAndLabsInOrder() {
        Week week = new Course(root).weeks().get(0);
        assertThat(week.number()).isEqualTo(3);
        assertThat(week.title()).isEqualTo("small things");
        assertThat(week.module()).isEqualTo("week-03");
        assertThat(week.labs()).extracting(LabSheet::id).containsExactly("3.2", "3.10");
    }

    @Test
    void readsALabsPage() {
        LabSheet lab = new Course(root).lab("3.2");
        assertThat(lab.title()).isEqualTo("First");
        assertThat(lab.minutes()).isEqualTo(40);
        assertThat(lab.starterClass()).isEqualTo("io.example.greeting.starter.MyGreeter");
        assertThat(lab.packageName()).isEqualTo("io.example.greeting");
        assertThat(lab.contract()).endsWithRaw(Path.of("greeting/Greeter.java"));
        assertThat(lab.criteria())
                .containsExactly(
                        new LabSheet.Criterion("a", "Greets by name"), new LabSheet.Criterion("b", "Greets everybody"));
    }

    @Test
    void advisesOnALabThatIsNotThere() {
        assertThatThrownBy(() -> new Course(root).lab("3.9"))
                .hasMessage("There is no lab 3.9. Week 3 has labs 3.2, 3.10.");
        assertThatThrownBy(() -> new Course(root).lab("9.1"))
                .hasMessage("There is no lab 9.1. There are labs 3.2, 3.10.");
        assertThatThrownBy(() -> new Course(root).lab("first")).hasMessageContaining("for example 3.2");
    }
}
