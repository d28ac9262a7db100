package io.kafkamastery.cli.quiz;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.kit.report.Wrapped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One pass through a quiz, question by question. */
final class QuizRound {

    private static final String INDENT = "     ";

    private final Terminal terminal;
    private final Week week;
    private final BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    QuizRound(Terminal terminal, Week week) {
        this.terminal = terminal;
        this.week = week;
    }

    /** How many answers were right; nothing if it was broken off. */
    Optional<Integer> play(Quiz quiz) throws IOException {
        int right = 0;
        for (int i = 0; i < quiz.questions().size(); i++) {
            Quiz.Question question = quiz.questions().get(i);
            ask(question, (i + 1) + " of " + quiz.questions().size());
            Optional<Integer> chosen = answer(question);
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            right += explain(question, chosen.get()) ? 1 : 0;
        }
        return Optional.of(right);
    }

    private void ask(Quiz.Question question, String position) {
        terminal.line();
        terminal.line(terminal.palette().dim(position));
        Wrapped.lines(question.text().strip(), Terminal.WIDTH)
                .forEach(line -> terminal.line(terminal.palette().bold(line)));
        for (int i = 0; i < question.options().size(); i++) {
            indented("  " + Quiz.letter(i) + "  ", question.options().get(i).text());
        }
    }

    private void indented(String first, String text) {
        List<String> lines = Wrapped.lines(text.strip(), Terminal.WIDTH - INDENT.length());
        for (int i = 0; i < lines.size(); i++) {
            terminal.line((i == 0 ? first : INDENT) + lines.get(i));
        }
    }

    private Optional<Integer> answer(Quiz.Question question) throws IOException {
        while (true) {
            terminal.out().print("> ");
            terminal.out().flush();
            String line = answers.readLine();
            if (line == null || line.strip().equalsIgnoreCase("q")) {
                return Optional.empty();
            }
            String letter = line.strip().toLowerCase(Locale.ROOT);
            int option = letter.length() == 1 ? letter.charAt(0) - 'a' : -1;
            if (option >= 0 && option < question.options().size()) {
                return Optional.of(option);
            }
            terminal.line("A letter from a to " + Quiz.letter(question.options().size() - 1) + ", please, or q.");
        }
    }

    private boolean explain(Quiz.Question question, int chosen) {
        boolean isRight = chosen == question.answer();
        terminal.line(
                isRight
                        ? terminal.palette().green("Right.")
                        : terminal.palette().red("Not so."));
        if (!isRight) {
            indented("     ", question.options().get(chosen).why());
            indented(
                    "  " + Quiz.letter(question.answer()) + "  ",
                    question.right().text());
        }
        indented("     ", question.right().why());
        if (!isRight) {
            String page = week.folder().getFileName() + "/theory/" + question.topic();
            terminal.line(terminal.palette().dim(INDENT + "more in " + page));
        }
        return isRight;
    }
}
