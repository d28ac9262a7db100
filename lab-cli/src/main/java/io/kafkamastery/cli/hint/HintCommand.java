package io.kafkamastery.cli.hint;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.NextLab;
import io.kafkamastery.cli.progress.Progress;
import io.kafkamastery.cli.progress.ProgressFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a hint. */
@Command(
        name = "hint",
        description = "Give a hint for a lab, one level more at each call: a nudge, a direction, nearly the answer.",
        footer = {
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} hint 1.3      for the first criterion that is not met",
            "  ${ROOT-COMMAND-NAME} hint 1.3 d    for criterion 1.3.d"
        })
public final class HintCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;

    @Parameters(index = "0", arity = "0..1", paramLabel = "LAB", description = "For example 1.3, or 1.3.d.")
    private String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "CRITERION", description = "A letter.")
    private String letter;

    HintCommand(Terminal terminal, Course course, ProgressFile progress) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        if (id != null && id.matches("\\d+\\.\\d+\\.[a-z]")) {
            letter = id.substring(id.length() - 1);
            id = id.substring(0, id.length() - 2);
        }
        Progress now = progress.read();
        LabSheet lab = id == null ? NextLab.of(course, now).orElseGet(course::anyLab) : course.lab(id);
        if (letter != null) {
            refuseUnknown(lab, letter);
        }
        new HintGiver(terminal, progress).give(lab, letter == null ? List.of() : List.of(letter));
        return 0;
    }

    private static void refuseUnknown(LabSheet lab, String letter) {
        List<String> letters =
                lab.criteria().stream().map(LabSheet.Criterion::letter).toList();
        if (!letters.contains(letter)) {
            throw new Refusal(
                    "Lab " + lab.id() + " has no criterion " + letter + ". It has " + String.join(", ", letters) + ".");
        }
    }
}
