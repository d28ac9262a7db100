package io.kafkamastery.kit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of source files between the comments {@code region: name} and {@code endregion}, without common indentation. */
final class Region {

    private static final Pattern START = Pattern.compile("\\s*(//|#|<!--|REM)\\s*region:\\s*(\\S+).*");
    private static final Pattern END = Pattern.compile("\\s*(//|#|<!--|REM)\\s*endregion.*");

    private Region() {}

    /** All lines, without those that mark regions. */
    static List<String> wholeFile(Path file) {
        return read(file).stream()
                .filter(line ->
                        !START.matcher(line).matches() && !END.matcher(line).matches())
                .map(String::stripTrailing)
                .toList();
    }

    /** The lines of a region, or nothing if the file has none of that name. Regions may hold others. */
    static Optional<List<String>> named(Path file, String name) {
        List<String> lines = read(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher start = START.matcher(lines.get(i));
            if (start.matches() && start.group(2).equals(name)) {
                return Optional.of(withoutIndentation(untilEnd(lines, i + 1)));
            }
        }
        return Optional.empty();
    }

    private static List<String> untilEnd(List<String> lines, int first) {
        List<String> region = new ArrayList<>();
        int depth = 1;
        for (int i = first; i < lines.size(); i++) {
            String line = lines.get(i);
            if (START.matcher(line).matches()) {
                depth++;
            } else if (END.matcher(line).matches()) {
                depth--;
            } else {
                region.add(line);
            }
            if (depth == 0) {
                return region;
            }
        }
        return region;
    }

    private static List<String> withoutIndentation(List<String> lines) {
        int indentation = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indentation).stripTrailing())
                .toList();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
