package io.kafkamastery.cli.grade.intake;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.handout.Manifest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Finds out what is meant by a submission, and takes it in. */
public final class Intake {

    private static final Set<String> NOT_LOOKED_AT = Set.of(".git", "target", ".lab", "node_modules");

    private final Path courseRoot;
    private final Manifest manifest;

    public Intake(Path courseRoot, Manifest manifest) {
        this.courseRoot = courseRoot;
        this.manifest = manifest;
    }

    /**
     * Takes a submission in.
     *
     * @param submission a folder, a zip, a commit of the course's repository, or {@code REPOSITORY#COMMIT}
     * @throws Refusal if it is none of these; a zip that is damaged delivers nothing
     */
    public Delivery take(String submission) throws IOException {
        Path path = Path.of(submission);
        if (Files.isDirectory(path)) {
            return folder(submission, path);
        }
        if (Files.isRegularFile(path)) {
            return zip(submission, path);
        }
        int hash = submission.lastIndexOf('#');
        Path repository = hash > 0 ? Path.of(submission.substring(0, hash)) : courseRoot;
        String commit = submission.substring(hash + 1);
        return new GitCommit(repository, manifest)
                .take(submission, commit)
                .orElseThrow(() -> new Refusal("'" + submission + "' is no folder and no zip, and "
                        + repository.toAbsolutePath().normalize() + " has no commit of that name."
                        + " A commit of another repository is written FOLDER#COMMIT."));
    }

    private Delivery folder(String submission, Path root) throws IOException {
        Basket basket = new Basket(manifest);
        Instant[] newest = {Instant.EPOCH};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(root)
                        && NOT_LOOKED_AT.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (!attributes.isRegularFile()) {
                    basket.refuse(name, attributes.isSymbolicLink() ? "a symbolic link" : "no regular file");
                    return FileVisitResult.CONTINUE;
                }
                if (name.endsWith(".java")
                        && attributes.lastModifiedTime().toInstant().isAfter(newest[0])) {
                    newest[0] = attributes.lastModifiedTime().toInstant();
                }
                // Not followed, should it have become a link since it was looked at.
                boolean more =
                        basket.offer(name, () -> Files.newInputStream(file, java.nio.file.LinkOption.NOFOLLOW_LINKS));
                return more ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return basket.deliver(nameOf(root), submission, newest[0]);
    }

    /** Through the list at its end, so that nothing is unpacked but what is taken, and of that no more than may be. */
    private Delivery zip(String submission, Path file) throws IOException {
        Basket basket = new Basket(manifest);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            boolean more = true;
            while (more && entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                more = entry.isDirectory() || offer(basket, zip, entry);
            }
        } catch (ZipException | IllegalArgumentException damaged) {
            basket.leaveAside(submission, "no zip that could be read: " + damaged.getMessage());
        }
        Instant handedIn = Files.getLastModifiedTime(file).toInstant();
        return basket.deliver(nameOf(file).replaceFirst("(?i)\\.zip$", ""), submission, handedIn);
    }

    private static boolean offer(Basket basket, ZipFile zip, ZipEntry entry) throws IOException {
        try {
            return basket.offer(entry.getName(), () -> zip.getInputStream(entry));
        } catch (ZipException damaged) {
            basket.refuse(entry.getName(), "damaged: " + damaged.getMessage());
            return true;
        }
    }

    private static String nameOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "submission" : name.toString();
    }
}
