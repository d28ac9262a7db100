package io.kafkamastery.cli.grade.intake;

import io.kafkamastery.cli.handout.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a learner's files out of a commit, object by object. Nothing is checked out, so that no filter, hook or attribute of
 * the repository has any say; and no object that is missing is fetched from where the repository's settings say.
 */
final class GitCommit {

    private static final String REGULAR = "100644";
    private static final String EXECUTABLE = "100755";
    private static final String LINK = "120000";

    private final Path repository;
    private final Manifest manifest;

    GitCommit(Path repository, Manifest manifest) {
        this.repository = repository;
        this.manifest = manifest;
    }

    /** Nothing if there is no such commit. */
    Optional<Delivery> take(String submission, String commit) throws IOException {
        Optional<String> id = text("rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{commit}")
                .map(String::strip);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Basket basket = new Basket(manifest);
        String list = text("ls-tree", "-r", "-l", "-z", "--full-tree", id.get()).orElse("");
        for (String line : list.split("\0")) {
            if (!line.isEmpty() && !offer(basket, line)) {
                break;
            }
        }
        Instant written = text("show", "-s", "--format=%ct", id.get())
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds.strip())))
                .orElse(Instant.EPOCH);
        return Optional.of(basket.deliver(commit, submission, written));
    }

    /** @param line {@code MODE TYPE OBJECT SIZE<tab>PATH} */
    private boolean offer(Basket basket, String line) throws IOException {
        String path = line.substring(line.indexOf('\t') + 1);
        String[] facts = line.substring(0, line.indexOf('\t')).split(" +");
        if (facts[0].equals(REGULAR) || facts[0].equals(EXECUTABLE)) {
            if (Long.parseLong(facts[3]) > Basket.LARGEST_FILE) {
                basket.refuse(path, "larger than " + Basket.LARGEST_FILE / 1024 + " KB");
                return true;
            }
            return basket.offer(
                    path,
                    () -> new ByteArrayInputStream(git("cat-file", "blob", facts[2])
                            .orElseThrow(() -> new IOException("object " + facts[2] + " is missing"))));
        }
        basket.refuse(path, facts[0].equals(LINK) ? "a symbolic link" : "no regular file");
        return true;
    }

    private Optional<String> text(String... arguments) throws IOException {
        return git(arguments).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of("GIT_NO_LAZY_FETCH", "1", "GIT_ALLOW_PROTOCOL", "none", "GIT_OPTIONAL_LOCKS", "0"));
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            byte[] said = git.getInputStream().readAllBytes();
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
