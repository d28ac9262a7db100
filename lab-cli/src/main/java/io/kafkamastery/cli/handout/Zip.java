package io.kafkamastery.cli.handout;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Packs a folder, so that the same files always give the same zip, and scripts can be run when it is unpacked. */
final class Zip {

    private static final FileTime ALWAYS = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private Zip() {}

    /** @param name of the folder that unpacking makes */
    static void of(Path folder, String name, Path zip) throws IOException {
        Files.deleteIfExists(zip);
        boolean permissions = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
        try (Stream<Path> walk = Files.walk(folder);
                FileSystem inside = FileSystems.newFileSystem(
                        zip, Map.of("create", "true", "enablePosixFileAttributes", permissions))) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                Path target = inside.getPath(name, Manifest.slashes(folder.relativize(file)));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                if (permissions) {
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
                }
                Files.setLastModifiedTime(target, ALWAYS);
            }
        }
    }
}
