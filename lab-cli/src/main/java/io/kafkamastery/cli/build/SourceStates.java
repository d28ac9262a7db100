package io.kafkamastery.cli.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which sources were compiled, and in which state: what tells whether classes are up to date. Class files cannot, since a
 * source that was deleted leaves its class behind.
 */
final class SourceStates {

    private final Path file;

    SourceStates(Path file) {
        this.file = file;
    }

    /** The sources below a folder with the time of their last change. */
    static Map<Path, Long> of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, Long> states = new TreeMap<>();
            for (Path source :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                states.put(source, Files.getLastModifiedTime(source).toMillis());
            }
            return states;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that were compiled last, as far as known. */
    Map<Path, Long> compiled() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(
                            pair -> Path.of(pair[1]),
                            pair -> Long.valueOf(pair[0]),
                            (one, same) -> same,
                            TreeMap::new));
        } catch (IOException | RuntimeException noneOrDamaged) {
            return new TreeMap<>();
        }
    }

    void write(Map<Path, Long> states) {
        String text = states.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
