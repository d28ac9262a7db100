package io.kafkamastery.cli.grade;

import io.kafkamastery.cli.grade.intake.Delivery;
import io.kafkamastery.cli.grade.intake.Intake;
import io.kafkamastery.cli.handout.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Lays learners' files out for a program that compares them: for each lab a folder with one for each submission, and one with
 * the starters, so that what everybody was given is not taken for copied.
 */
final class SideBySide {

    private final Path courseRoot;
    private final Manifest manifest;

    SideBySide(Path courseRoot, Manifest manifest) {
        this.courseRoot = courseRoot;
        this.manifest = manifest;
    }

    /** Only labs in which something was written. Returns how many submissions have one. */
    int write(List<String> submissions, Path out) throws IOException {
        for (Manifest.Lab lab : manifest.labs()) {
            for (String name : lab.starters().keySet()) {
                write(
                        out.resolve("starters").resolve(lab.id()).resolve(name),
                        Files.readAllBytes(courseRoot.resolve(lab.folder()).resolve(name)));
            }
        }
        FolderNames names = new FolderNames();
        int written = 0;
        for (String submission : submissions) {
            Delivery delivery = new Intake(courseRoot, manifest).take(submission);
            String name = names.next(delivery.name());
            boolean any = false;
            for (Manifest.Lab lab : manifest.labs()) {
                Map<String, byte[]> files = delivery.below(lab.folder());
                if (!lab.isUntouched(files)) {
                    any = true;
                    for (Map.Entry<String, byte[]> file : files.entrySet()) {
                        write(
                                out.resolve("submissions")
                                        .resolve(lab.id())
                                        .resolve(name)
                                        .resolve(file.getKey()),
                                file.getValue());
                    }
                }
            }
            written += any ? 1 : 0;
        }
        return written;
    }

    private static void write(Path file, byte[] text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text);
    }
}
