package io.kafkamastery.cli.hint;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.course.LabSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stumbling block and the way over it.
 *
 * @param letter the criterion that it is about, if it names one
 * @param title what the learner may see or ask
 * @param levels from a nudge to nearly the answer, as Markdown
 */
record Hint(Optional<String> letter, String title, List<String> levels) {

    private static final Pattern BLOCK =
            Pattern.compile("<details><summary>(.*?)</summary>(.*?)</details>", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("(?:\\d+\\.\\d+\\.([a-z]): )?(.*)", Pattern.DOTALL);
    private static final Pattern LEVEL = Pattern.compile("(?m)^\\d+\\. ");

    Hint {
        levels = List.copyOf(levels);
    }

    /** The hints on a lab's page, in its order. */
    static List<Hint> of(LabSheet lab) {
        try {
            String page = Files.readString(lab.page());
            int start = page.indexOf("## Hints");
            List<Hint> hints = new ArrayList<>();
            Matcher block = BLOCK.matcher(start < 0 ? "" : page.substring(start));
            while (block.find()) {
                hints.add(of(block.group(1).strip(), block.group(2)));
            }
            return hints;
        } catch (IOException e) {
            throw new Refusal("The page " + lab.page() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Hint of(String summary, String body) {
        Matcher title = TITLE.matcher(summary);
        if (!title.matches()) {
            throw new IllegalStateException("Matches everything");
        }
        List<String> levels = new ArrayList<>();
        for (String level : LEVEL.split(body)) {
            if (!level.isBlank()) {
                levels.add(level.strip().replaceAll("(?m)^   ", ""));
            }
        }
        return new Hint(Optional.ofNullable(title.group(1)), title.group(2), levels);
    }
}
