package io.kafkamastery.kit.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks prose into lines; indented lines, such as stack frames, stay as they are. */
public final class Wrapped {

    private Wrapped() {}

    public static List<String> lines(String text, int width) {
        if (text.length() <= width || text.startsWith("    ")) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
