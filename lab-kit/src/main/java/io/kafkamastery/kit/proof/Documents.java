package io.kafkamastery.kit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Markdown pages below a folder, and what keeps them honest: each code block is the region of a source file that it
 * names, or the output of a named command; each link leads somewhere; each mark in the text is explained.
 */
public final class Documents {

    /** Folders that hold no pages of the course's own. */
    private static final Set<String> PASSED_BY = Set.of("target", ".git", ".lab", "node_modules");

    private final Path base;
    private final List<Page> pages;

    /**
     * All pages of a folder and the folders below it.
     *
     * @param base what the source files that code blocks name are relative to
     */
    public static Documents below(Path base) {
        try (Stream<Path> files = Files.walk(base)) {
            return new Documents(
                    base,
                    base.getParent(),
                    files.filter(file -> isPage(base, file)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some pages of the whole course, whose code blocks name files relative to its root. */
    public static Documents of(Path root, List<Path> files) {
        return new Documents(root, root, files);
    }

    /** @param shownFrom what the pages' paths in complaints are relative to */
    private Documents(Path base, Path shownFrom, List<Path> files) {
        this.base = base;
        this.pages = files.stream()
                .sorted(Comparator.naturalOrder())
                .map(file -> Page.read(base, shownFrom, file))
                .toList();
    }

    private static boolean isPage(Path base, Path file) {
        for (Path part : base.relativize(file)) {
            if (PASSED_BY.contains(part.toString())) {
                return false;
            }
        }
        return file.toString().endsWith(".md");
    }

    /** The pages, relative to the folder. */
    public List<Path> files() {
        return pages.stream().map(page -> base.relativize(page.file())).toList();
    }

    /** @throws AssertionError naming file, line and difference of every block that is not what it says it is */
    public void checkCodeBlocks() {
        complainAbout(
                "Code blocks differ from their sources",
                pages.stream().flatMap(page -> page.blockComplaints().stream()));
    }

    /** @throws AssertionError naming file and line of every link that leads nowhere, and of every unexplained mark */
    public void checkLinks() {
        complainAbout("Links lead nowhere", pages.stream().flatMap(page -> page.linkComplaints().stream()));
    }

    private static void complainAbout(String what, Stream<String> complaints) {
        List<String> all = new ArrayList<>(complaints.toList());
        if (!all.isEmpty()) {
            throw new AssertionError(what + ":\n" + String.join("\n", all));
        }
    }
}
