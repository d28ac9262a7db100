package io.kafkamastery.cli.handout;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.course.Git;
import io.kafkamastery.cli.course.Week;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files of the course a learner gets. */
final class CourseFiles {

    /** Never part of the course, wherever they are. */
    private static final Set<String> LITTER = Set.of(".git", "target", ".lab", ".idea", ".vscode", "node_modules");

    /** For authors and instructors; answers, or tests of what the learner does not work on. */
    private static final Pattern WITHHELD = Pattern.compile("week-[^/]*/src/.*/(solution|mistakes|alternatives)/.*"
            + "|week-[^/]*/src/test/.*ProofIT\\.java|lab-(kit|cli)/src/test/.*|(docs|\\.github|\\.ci)/.*"
            + "|grading\\.yaml|scripts/(jplag/.*|similarity)|week-[^/]*/PROGRESS\\.md");

    private static final Pattern WEEK = Pattern.compile("week-\\d+-[^/]*/.*");

    private final Path root;

    CourseFiles(Path root) {
        this.root = root;
    }

    /** The files for these weeks, relative to the root, with slashes. */
    SortedSet<String> forLearnersOf(List<Week> weeks) {
        List<String> folders =
                weeks.stream().map(week -> week.folder().getFileName() + "/").toList();
        SortedSet<String> chosen = new TreeSet<>();
        tracked().orElseGet(this::present).stream()
                .filter(file -> !WITHHELD.matcher(file).matches())
                .filter(file ->
                        !WEEK.matcher(file).matches() || folders.stream().anyMatch(file::startsWith))
                .filter(file -> Files.isRegularFile(root.resolve(file)))
                .forEach(chosen::add);
        return chosen;
    }

    /** What git keeps: then nothing goes out that was left lying around. Nothing where the course is not in git. */
    private Optional<List<String>> tracked() {
        if (Files.notExists(root.resolve(".git"))) {
            return Optional.empty();
        }
        return new Git(root)
                .ask("ls-files", "-z", "--cached")
                .map(list -> Stream.of(list.split("\0"))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    /** @throws Refusal if somebody has worked in the starters, so that they are not what learners should begin with */
    void refuseIfStartersWereChanged() {
        if (Files.notExists(root.resolve(".git"))) {
            return;
        }
        new Git(root)
                .ask("diff", "--name-only", "HEAD", "--", "week-*/src/main/java/**/starter/*")
                .filter(changed -> !changed.isBlank())
                .ifPresent(changed -> {
                    throw new Refusal("These starters are not as they were committed, and would go out as they are:\n"
                            + changed.strip() + "\nCommit them, or take them back with: git restore <file>");
                });
    }

    private List<String> present() {
        List<String> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean litter = LITTER.contains(String.valueOf(folder.getFileName())) && !folder.equals(root);
                    return litter ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(Manifest.slashes(root.relativize(file)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
