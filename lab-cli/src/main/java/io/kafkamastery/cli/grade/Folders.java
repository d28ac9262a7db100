package io.kafkamastery.cli.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Removes folders in which somebody may still be writing. */
final class Folders {

    private static final int MOST_PASSES = 5;

    private Folders() {}

    /** Links are removed, never followed. */
    static void delete(Path folder) {
        for (int pass = 0; pass < MOST_PASSES && Files.exists(folder); pass++) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException | UncheckedIOException changing) {
                // Once more.
            }
        }
    }
}
