package io.kafkamastery.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.Session.Answer;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    @TempDir
    Path folder;

    private LabSheet lab;
    private Session learner;

    @BeforeEach
    void sitDown() {
        new SampleCourse(folder);
        learner = new Session(folder);
        lab = new Course(folder).lab("1.1");
    }

    private static final Map<String, Verdict> ALL_MET = Map.of("a", Verdict.MET, "b", Verdict.MET);
    private static final Map<String, Verdict> HALF_MET = Map.of("a", Verdict.MET, "b", Verdict.NOT_MET);

    @Test
    void tellsALabThatStopsPassingFromOneThatNeverDid() {
        LabProgress half = LabProgress.NONE.checkedAt(NINE, lab, HALF_MET);
        assertThat(half.state(lab)).isEqualTo(LabProgress.State.IN_PROGRESS);
        LabProgress done = half.checkedAt(NINE.plusSeconds(60), lab, ALL_MET);
        assertThat(done.state(lab)).isEqualTo(LabProgress.State.DONE);
        assertThat(done.done()).contains(NINE.plusSeconds(60));
        LabProgress again = done.checkedAt(NINE.plusSeconds(120), lab, HALF_MET);
        assertThat(again.state(lab)).isEqualTo(LabProgress.State.NO_LONGER_PASSES);
        assertThat(again.checks()).isEqualTo(3);
        assertThat(LabProgress.NONE
                        .checkedAt(NINE, lab, Map.of("a", Verdict.TO_DO, "b", Verdict.TO_DO))
                        .state(lab))
                .isEqualTo(LabProgress.State.NOT_STARTED);
    }

    @Test
    void countsTheTimeAtWorkAndNotTheNight() {
        LabProgress atWork = LabProgress.NONE
                .seenAt(NINE)
                .seenAt(NINE.plus(Duration.ofMinutes(10)))
                .seenAt(NINE.plus(Duration.ofMinutes(25)));
        assertThat(atWork.spent()).isEqualTo(Duration.ofMinutes(25));
        assertThat(atWork.seenAt(NINE.plus(Duration.ofHours(15))).spent()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Progress progress = Progress.NONE
                .with("1.1", LabProgress.NONE.checkedAt(NINE, lab, HALF_MET).withHint("what is the name?", 2))
                .with(1, new QuizScore(NINE, 3, 4));
        assertThat(ProgressJson.read(ProgressJson.write(progress))).isEqualTo(progress);
    }

    @Test
    void putsADamagedFileAsideAndGoesOn() throws IOException {
        Path file = folder.resolve(".lab/progress.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{ \"schema\" : 1, \"labs\" : { \"1.1\" :");

        Answer list = learner.type("list");

        assertThat(list.exitCode()).isZero();
        assertThat(list.err()).contains("could not be read").contains("It is kept in ");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).anyMatch(path -> path.getFileName().toString().startsWith("progress.json.damaged-"));
        }
        assertThat(learner.type("list").err()).isEmpty();
    }

    @Test
    void losesNothingWhenTwoWriteAtOnce() throws Exception {
        ProgressFile[] files = new ProgressFile[2];
        Thread[] writers = new Thread[files.length];
        for (int i = 0; i < files.length; i++) {
            files[i] = new ProgressFile(null, new Course(folder));
            String hint = "hint " + i;
            ProgressFile file = files[i];
            writers[i] = new Thread(() -> {
                for (int level = 1; level <= 50; level++) {
                    int shown = level;
                    synchronized (ProgressFileTest.class) { // within one JVM, the lock between JVMs is refused
                        file.update(
                                before -> before.with("1.1", before.lab("1.1").withHint(hint, shown)));
                    }
                }
            });
            writers[i].start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(files[0].read().lab("1.1").hints()).isEqualTo(Map.of("hint 0", 50, "hint 1", 50));
    }

    @Test
    void drawsProgress() {
        note(HALF_MET);
        assertThat(learner.type("progress").out()).isEqualTo("""
                Week 1: basics                                ██████░░░░░░░░░░░░░░░░░░  1 of 4
                    1.1  Greetings                          1/2             in progress
                    1.2  Farewells                          0/2             not started

                Check boxes and your notes: %s/PROGRESS.md
                """.formatted(folder));
        note(ALL_MET);
        note(HALF_MET);
        assertThat(learner.type("progress").out()).contains("no longer passes");
        assertThat(learner.type("list").out()).contains("no longer passes 1/2");
    }

    private void note(Map<String, Verdict> verdicts) {
        Notebook.note(new ProgressFile(null, new Course(folder)), Map.of(lab, verdicts), NINE);
    }

    @Test
    void ticksBoxesAndNeverTouchesTheLearnersNotes() throws IOException {
        learner.type("progress");
        Path file = folder.resolve("PROGRESS.md");
        assertThat(file).content().contains("- [ ] **1.1.a** Greets by name").endsWith("## My notes\n\n");
        Files.writeString(file, "A thought before.\n\n" + Files.readString(file) + "Ask about $1 and \\2.\n");

        note(HALF_MET);
        learner.type("progress");

        assertThat(file)
                .content()
                .startsWith("A thought before.\n\n")
                .contains("- [x] **1.1.a** Greets by name", "- [ ] **1.1.b** Greets everybody")
                .endsWith("## My notes\n\nAsk about $1 and \\2.\n");
    }

    @Test
    void putsItselfBeforeAFileThatHasLostItsMarks() {
        String merged = ProgressMarkdown.merged("Only mine.\n", "# My progress\n");
        assertThat(merged).startsWith("<!-- ").contains("# My progress").endsWith("Only mine.\n");
    }

    @Test
    void writesAPageThatNeedsNothingBesideIt() {
        note(HALF_MET);
        assertThat(learner.type("progress --html").out()).contains("Charts: file:");
        assertThat(folder.resolve(".lab/progress.html"))
                .content()
                .contains("<b>1</b> of 4 criteria met", "class=\"met\"", "class=\"not-met\"", "Greetings")
                .doesNotContain("{{", "http://", "https://", "<script");
    }
}
