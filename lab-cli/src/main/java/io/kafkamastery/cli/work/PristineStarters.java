package io.kafkamastery.cli.work;

import io.kafkamastery.cli.course.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starters as they were before anybody wrote into them. A copy is kept when the command is first prepared; and git may
 * remember. Of several versions the one with the most TODOs is taken for the untouched one.
 *
 * <p>Also used while preparing, when no library is at hand: it depends on the JDK only.
 */
public final class PristineStarters {

    private static final String MARK = "\"TODO ";
    private static final int MOST_COMMITS = 40;

    private final Path root;

    public PristineStarters(Path root) {
        this.root = root;
    }

    /** Keeps a copy of every starter that is at least as untouched as the one that is kept already. */
    public void keep() throws IOException {
        try (Stream<Path> weeks = Files.list(root)) {
            for (Path week : weeks.filter(path -> path.getFileName().toString().startsWith("week-"))
                    .toList()) {
                Path sources = week.resolve("src/main/java");
                if (Files.isDirectory(sources)) {
                    keepStartersIn(sources);
                }
            }
        }
    }

    private void keepStartersIn(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path starter : files.filter(PristineStarters::isStarter).toList()) {
                String text = Files.readString(starter);
                Path kept = kept(starter);
                if (todos(text) > 0 && (Files.notExists(kept) || todos(text) >= todos(Files.readString(kept)))) {
                    Files.createDirectories(kept.getParent());
                    Files.writeString(kept, text);
                }
            }
        }
    }

    private static boolean isStarter(Path file) {
        return file.getParent().endsWith("starter")
                && file.getFileName().toString().startsWith("My");
    }

    private Path kept(Path starter) {
        return root.resolve(".lab/starters").resolve(root.relativize(starter));
    }

    private static int todos(String text) {
        return text.split(MARK, -1).length - 1;
    }

    /** The untouched text of a starter, if anybody remembers it. */
    Optional<String> find(Path starter) throws IOException {
        List<String> versions = new ArrayList<>();
        if (Files.exists(kept(starter))) {
            versions.add(Files.readString(kept(starter)));
        }
        versions.addAll(versionsInGit(starter));
        int most = versions.stream().mapToInt(PristineStarters::todos).max().orElse(0);
        return versions.stream().filter(text -> todos(text) == most && most > 0).findFirst();
    }

    /** Newest first; none where there is no git. */
    private List<String> versionsInGit(Path starter) {
        String path = root.relativize(starter).toString().replace('\\', '/');
        List<String> texts = new ArrayList<>();
        new Git(root)
                .ask("log", "--format=%H", "-n", String.valueOf(MOST_COMMITS), "--", path)
                .ifPresent(commits -> commits.lines()
                        .forEach(commit ->
                                new Git(root).ask("show", commit + ":" + path).ifPresent(texts::add)));
        return texts;
    }
}
