package io.kafkamastery.cli.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One week.
 *
 * @param title in words, for example {@code fundamentals}
 * @param folder its Maven module
 */
public record Week(int number, String title, Path folder) {

    /** Its artifact id, for example {@code week-01}. */
    public String module() {
        return String.format("week-%02d", number);
    }

    /** Its labs that have a page, by number. */
    public List<LabSheet> labs() {
        Path pages = folder.resolve("labs");
        List<LabSheet> labs = new ArrayList<>();
        if (!Files.isDirectory(pages)) {
            return labs;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pages, "lab-*.md")) {
            for (Path file : files) {
                LabSheet.read(file).ifPresent(labs::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        labs.sort(Comparator.comparingInt(LabSheet::number));
        return labs;
    }

    public Path mainSources() {
        return folder.resolve("src/main/java");
    }

    public Path testSources() {
        return folder.resolve("src/test/java");
    }

    public Path mainClasses() {
        return folder.resolve("target/classes");
    }

    public Path testClasses() {
        return folder.resolve("target/test-classes");
    }
}
