package io.kafkamastery.cli.quiz;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.check.Selection;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.cli.progress.ProgressFile;
import io.kafkamastery.cli.progress.QuizScore;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks the questions of a week. */
@Command(
        name = "quiz",
        description = "Ask the questions of a week, explain each answer, and note the score.",
        footer = {"", "For example:", "  ${ROOT-COMMAND-NAME} quiz 1"})
public final class QuizCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;

    @Parameters(paramLabel = "WEEK", description = "Its number.")
    private int number;

    QuizCommand(Terminal terminal, Course course, ProgressFile progress) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
    }

    @Override
    public Integer call() throws IOException {
        Week week = Selection.week(course, number);
        Quiz quiz = QuizFile.read(week.folder().resolve("quiz.yaml"));
        int count = quiz.questions().size();
        terminal.line(terminal.palette().bold("Quiz of week " + number + ": " + count + " questions"));
        terminal.line("Answer with a letter; q ends it without a score.");
        Optional<Integer> right = new QuizRound(terminal, week).play(quiz);
        if (right.isEmpty()) {
            terminal.line("Broken off. The score counts when all questions are answered.");
            return 0;
        }
        progress.update(before ->
                before.with(number, new QuizScore(Instant.now().truncatedTo(ChronoUnit.SECONDS), right.get(), count)));
        terminal.line();
        terminal.line(terminal.palette().bold(right.get() + " of " + count + " right."));
        return 0;
    }
}
