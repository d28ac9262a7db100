package io.kafkamastery.cli.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether this program was built from the sources as they are now, for a launcher that cannot find out itself. */
public final class Freshness {

    /** The exit code that asks the launcher to build again. */
    public static final int STALE = 75;

    private static final List<String> SOURCES =
            List.of("pom.xml", "lab-cli/pom.xml", "lab-kit/pom.xml", "lab-cli/src/main", "lab-kit/src/main");

    private Freshness() {}

    public static boolean isCurrent(Path root) {
        try {
            FileTime built = Files.getLastModifiedTime(root.resolve(".lab/launch/ready"));
            for (String source : SOURCES) {
                try (Stream<Path> files = Files.walk(root.resolve(source))) {
                    for (Path file : files.toList()) {
                        if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
                            return false;
                        }
                    }
                }
            }
            return true;
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
    }
}
