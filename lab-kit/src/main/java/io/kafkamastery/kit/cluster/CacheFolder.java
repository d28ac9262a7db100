package io.kafkamastery.kit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The user's cache folder for this course; everything in it can be deleted at any time. */
public final class CacheFolder {

    /** Room for an archive while the old one is still there, and for the brokers that start meanwhile. */
    private static final long LEAST_FREE_BYTES = 300L << 20;

    private CacheFolder() {}

    /** Where it is, created if need be; or why it cannot be used. */
    public static Result open() {
        Path folder = location();
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                return new Result(Optional.empty(), folder + " is not writable");
            }
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                return new Result(Optional.empty(), "only " + (free >> 20) + " MiB are free at " + folder);
            }
            return new Result(Optional.of(folder), "");
        } catch (IOException e) {
            return new Result(
                    Optional.empty(),
                    folder + " cannot be created (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Path location() {
        String chosen = System.getProperty("lab.cache");
        if (chosen != null) {
            return Path.of(chosen).toAbsolutePath();
        }
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String home = System.getProperty("user.home");
        if (os.contains("win") && System.getenv("LOCALAPPDATA") != null) {
            return Path.of(System.getenv("LOCALAPPDATA"), "kafka-mastery");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Caches", "kafka-mastery");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null || xdg.isBlank() ? Path.of(home, ".cache", "kafka-mastery") : Path.of(xdg, "kafka-mastery");
    }

    public record Result(Optional<Path> folder, String whyNot) {}
}
