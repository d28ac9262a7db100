package io.kafkamastery.cli.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.SampleCourse;
import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.Session.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuizTest {

    private final InputStream keyboard = System.in;

    @TempDir
    Path folder;

    @AfterEach
    void giveTheKeyboardBack() {
        System.setIn(keyboard);
    }

    private Answer answering(String lines) {
        new SampleCourse(folder);
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        return new Session(folder).type("quiz 1");
    }

    @Test
    void explainsAWrongAnswerAndNotesTheScore() {
        Answer answer = answering("c\nB\n");
        assertThat(answer.out()).isEqualTo("""
                Quiz of week 1: 1 questions
                Answer with a letter; q ends it without a score.

                1 of 1
                What does one say?
                  a  Hello
                  b  Nothing
                > A letter from a to b, please, or q.
                > Not so.
                     That would be rude.
                  a  Hello
                     That is a greeting.
                     more in week-01-basics/theory/01-manners.md

                0 of 1 right.
                """);
        assertThat(new Session(folder).type("list").out()).contains("0 of 1");
    }

    @Test
    void praisesARightOneAndForgetsARoundThatIsBrokenOff() {
        assertThat(answering("a\n").out())
                .contains("> Right.\n     That is a greeting.\n")
                .endsWith("1 of 1 right.\n");
        assertThat(answering("q\n").out()).endsWith("The score counts when all questions are answered.\n");
        assertThat(new Session(folder).type("progress").out()).contains("quiz  1 of 1\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer: a     | answer: c        | question q01 says that c is right, but has options a to b
            question:     | questoin:        | question q01 has the unknown field questoin; known are answer, id, options, question, topic
            'why: "That is a greeting."' | 'why: ""' | question q01, option a has no why
            id: q01       | number: 1        | question number 1 has the unknown field number
            week: 1       | week: one        | the quiz needs the number of its week
            topic: 01-manners.md | topic: ''  | question q01 has no topic
            """)
    void namesTheQuestionThatIsNotAsItShouldBe(String right, String wrong, String complaint) throws IOException {
        new SampleCourse(folder);
        Path file = folder.resolve("week-01-basics/quiz.yaml");
        Files.writeString(file, Files.readString(file).replace(right, wrong == null ? "" : wrong));
        assertThatThrownBy(() -> QuizFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("quiz.yaml: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void namesTheLineThatIsNoYaml() throws IOException {
        Path file = Files.writeString(folder.resolve("quiz.yaml"), "week: 1\nquestions: [\n");
        assertThatThrownBy(() -> QuizFile.read(file)).hasMessageContaining("quiz.yaml:");
        assertThatThrownBy(() -> QuizFile.read(folder.resolve("none.yaml"))).hasMessageContaining("has no quiz");
    }

    @Test
    void readsEveryQuizOfTheCourse() throws IOException {
        Path course = Path.of("..").toAbsolutePath().normalize();
        try (Stream<Path> weeks = Files.list(course)) {
            weeks.map(week -> week.resolve("quiz.yaml")).filter(Files::exists).forEach(file -> {
                Quiz quiz = QuizFile.read(file);
                assertThat(quiz.questions()).isNotEmpty();
                quiz.questions()
                        .forEach(question -> assertThat(
                                        file.resolveSibling("theory").resolve(question.topic()))
                                .as("the page that question %s leads to", question.id())
                                .exists());
            });
        }
    }
}
