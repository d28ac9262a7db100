package io.kafkamastery.kit.cluster.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The main class of a broker's JVM. It runs Kafka's own main class, and keeps a promise: when what it hangs on goes away,
 * this one ends too and leaves no files behind. That is the JVM that started it, however it dies; or, for a broker that
 * is to outlive it, the broker's folder.
 *
 * <p>It runs with Kafka's jars and nothing else on its class path, so it may use the JDK only.
 */
public final class BrokerLauncher {

    /** What the starting JVM writes to this one's standard input for an orderly exit; its end means the other died. */
    static final int EXIT = 'x';

    private static final long LOOK_EVERY_MILLIS = 500;

    private BrokerLauncher() {}

    /**
     * @param args the node's folder, holding {@code server.properties} and {@code data/}; the cluster id; and what it
     *     hangs on: {@code starter}, {@code folder}, or the id of a process that is to live too
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        String properties = folder.resolve("server.properties").toString();
        Thread watch = new Thread(() -> awaitEndOf(args[2], folder), "end-with-" + args[2]);
        watch.setDaemon(true);
        watch.start();
        if (Files.notExists(folder.resolve("data/meta.properties"))) {
            format(properties, args[1]);
        }
        main("kafka.Kafka", properties);
    }

    private static void endWithStarter(InputStream starter, Path folder) {
        int command = -1;
        try {
            command = starter.read();
        } catch (IOException brokenPipe) {
            // Means the same as its end.
        }
        if (command == EXIT) {
            System.exit(0);
        }
        end(folder);
    }

    private static void awaitEndOf(String lifeline, Path folder) {
        switch (lifeline) {
            case "starter" -> endWithStarter(System.in, folder);
            case "folder" -> endWithFolder(folder, ProcessHandle.current());
            default ->
                ProcessHandle.of(Long.parseLong(lifeline))
                        .ifPresentOrElse(owner -> endWithFolder(folder, owner), () -> end(folder));
        }
    }

    private static void endWithFolder(Path folder, ProcessHandle owner) {
        try {
            while (owner.isAlive() && Files.exists(folder.resolve("server.properties"))) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if somebody did, the broker would be without its lifeline.
        }
        end(folder);
    }

    private static void end(Path folder) {
        deleteWithEmptyParent(folder);
        Runtime.getRuntime().halt(1);
    }

    private static void deleteWithEmptyParent(Path folder) {
        // The broker is still writing: what appears behind our back gets a second and a third pass.
        for (int pass = 0; pass < 3 && Files.exists(folder); pass++) {
            delete(folder);
        }
        try {
            Files.deleteIfExists(folder.getParent());
        } catch (IOException othersStillThere) {
            // The last broker of the cluster removes it.
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // That was the aim.
        } catch (IOException | UncheckedIOException changedMeanwhile) {
            // The next pass sees it.
        }
    }

    private static void format(String properties, String clusterId) throws Exception {
        String[] arguments = {"format", "--cluster-id", clusterId, "--config", properties};
        Object exitCode = Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, arguments, System.out);
        if (!Integer.valueOf(0).equals(exitCode)) {
            throw new IllegalStateException("Formatting the log directory ended with exit code " + exitCode);
        }
    }

    private static void main(String className, String argument) throws Exception {
        try {
            Class.forName(className).getMethod("main", String[].class).invoke(null, (Object) new String[] {argument});
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
