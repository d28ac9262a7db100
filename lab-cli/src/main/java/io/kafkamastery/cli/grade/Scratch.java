package io.kafkamastery.cli.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The temporary folder of one run. It goes when the run ends, however that is: after a SIGKILL nothing of this JVM gets to
 * remove it, and what was started here needs a moment to notice.
 */
final class Scratch implements AutoCloseable {

    /** Waits until this JVM is gone; not even Ctrl-C, which goes to everything started from the same terminal, ends it. */
    private static final String REMOVE_AFTERWARDS = "trap '' INT TERM HUP; cat >/dev/null; "
            + "for attempt in 1 2 3 4 5 6 7 8 9 10; do rm -rf \"$0\"; [ -e \"$0\" ] || exit 0; sleep 1; done";

    private static final int ENDS_WITHIN_SECONDS = 5;

    private final Path root;
    private final Process remover;

    private Scratch(Path root, Process remover) {
        this.root = root;
        this.remover = remover;
    }

    static Scratch create() throws IOException {
        Path root = Files.createTempDirectory("lab-grade-").toRealPath();
        Scratch scratch = new Scratch(root, removerOf(root));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(root), "remove-scratch"));
        return scratch;
    }

    /** None where there is no shell: Windows. */
    private static Process removerOf(Path root) throws IOException {
        return Files.isExecutable(Path.of("/bin/sh"))
                ? new ProcessBuilder("/bin/sh", "-c", REMOVE_AFTERWARDS, root.toString())
                        .directory(root.getParent().toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                : null;
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    void delete(Path folder) {
        Folders.delete(folder);
    }

    @Override
    public void close() {
        Folders.delete(root);
        if (remover == null) {
            return;
        }
        try {
            remover.getOutputStream().close();
            remover.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (IOException gone) {
            // Then it has nothing left to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
