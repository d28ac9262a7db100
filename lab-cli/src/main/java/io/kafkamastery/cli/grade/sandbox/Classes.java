package io.kafkamastery.cli.grade.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which classes lie in a folder. */
final class Classes {

    private static final String SUFFIX = ".class";

    private Classes() {}

    /** Their binary names, sorted; none if there is no such folder. */
    static List<String> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(folder::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())
                            .replace('\\', '/')
                            .replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}
