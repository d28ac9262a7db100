package io.kafkamastery.kit.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced code block. Its info string says where it comes from:
 *
 * <pre>
 * java source=src/main/java/…/SomeSolution.java#run      the region "run" of that file
 * yaml source=docker/compose.yaml                               the whole file
 * text output-of="scripts/lab kafka-topics --list"              what a command prints
 * </pre>
 */
record CodeBlock(Path base, String info, String text) {

    private static final Pattern SOURCE = Pattern.compile("\\bsource=(\\S+)");
    private static final Pattern OUTPUT = Pattern.compile("\\boutput-of=\"[^\"]+\"");
    /** Prose and pictures need no source. */
    private static final Set<String> FREE = Set.of("mermaid", "text", "diff");

    /** What is wrong with it, if anything. */
    Optional<String> complaint() {
        String described = info == null ? "" : info.strip();
        Matcher source = SOURCE.matcher(described);
        if (source.find()) {
            return difference(source.group(1));
        }
        if (OUTPUT.matcher(described).find() || FREE.contains(described.split("\\s")[0])) {
            return Optional.empty();
        }
        return Optional.of("the code block '" + described + "' names neither its source (source=file#region) nor the"
                + " command that prints it (output-of=\"…\")");
    }

    private Optional<String> difference(String source) {
        String[] fileAndRegion = source.split("#", 2);
        Path file = base.resolve(fileAndRegion[0]);
        if (!Files.isRegularFile(file)) {
            return Optional.of("the source " + source + " does not exist");
        }
        Optional<List<String>> expected =
                fileAndRegion.length == 1 ? Optional.of(Region.wholeFile(file)) : Region.named(file, fileAndRegion[1]);
        if (expected.isEmpty()) {
            return Optional.of("the source " + fileAndRegion[0] + " has no region '" + fileAndRegion[1]
                    + "' (// region: " + fileAndRegion[1] + " … // endregion)");
        }
        List<String> actual = text.lines().map(String::stripTrailing).toList();
        return expected.get().equals(actual)
                ? Optional.empty()
                : Optional.of(firstDifference(source, expected.get(), actual));
    }

    private static String firstDifference(String source, List<String> expected, List<String> actual) {
        int line = 0;
        while (line < Math.min(expected.size(), actual.size())
                && expected.get(line).equals(actual.get(line))) {
            line++;
        }
        return "the code block differs from " + source + " in its line " + (line + 1) + "\n  - source: "
                + lineOrEnd(expected, line) + "\n  + page:   " + lineOrEnd(actual, line);
    }

    private static String lineOrEnd(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(the end)";
    }
}
