package io.kafkamastery.kit.cluster.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The main class of a broker's JVM. It runs Kafka's own main class, and keeps a promise: when what it hangs on goes away,
 * this one ends too and leaves no files behind. That is the JVM that started it, however it dies; or, for a broker that
 * is to outlive it, the broker's folder.
 *
 * <p>It runs with Kafka's jars and nothing else on its class path: it may use the JDK only, and no class beside itself.
 */
public final class BrokerLauncher {

    /** What the starting JVM writes to this one's standard input for an orderly exit; its end means the other died. */
    static final int EXIT = 'x';

    private static final long LOOK_EVERY_MILLIS = 500;
    private static final int MOST_PASSES = 10;

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
            case "folder" -> {
                awaitEndOf(ProcessHandle.current(), folder);
                end(folder);
            }
            default -> {
                ProcessHandle.of(Long.parseLong(lifeline)).ifPresent(owner -> awaitEndOf(owner, folder));
                endWithOwner(folder);
            }
        }
    }

    private static void awaitEndOf(ProcessHandle owner, Path folder) {
        try {
            while (owner.isAlive() && Files.exists(folder.resolve("server.properties"))) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if somebody did, the broker would be without its lifeline.
        }
    }

    /** The last broker of the cluster removes the folder that they share. */
    private static void end(Path folder) {
        delete(folder);
        try {
            Files.deleteIfExists(folder.getParent());
        } catch (IOException othersStillThere) {
            // Then one of them is the last.
        }
        Runtime.getRuntime().halt(1);
    }

    /** What the owner has noted about this cluster, and the folder of all its clusters, nobody needs any more either. */
    private static void endWithOwner(Path folder) {
        delete(folder);
        Path cluster = folder.getParent();
        for (Path shared : List.of(cluster, cluster.getParent())) {
            try (Stream<Path> inIt = Files.list(shared)) {
                if (inIt.noneMatch(Files::isDirectory)) {
                    delete(shared);
                }
            } catch (IOException gone) {
                // That was the aim.
            }
        }
        Runtime.getRuntime().halt(1);
    }

    /** The broker is still writing: what appears behind our back gets another pass. */
    private static void delete(Path folder) {
        for (int pass = 0; pass < MOST_PASSES && Files.exists(folder); pass++) {
            remove(folder.toFile());
        }
    }

    /** Removes what can be removed: files come and go meanwhile, and folders fill again. */
    private static void remove(File file) {
        File[] content = file.listFiles();
        if (content != null) {
            for (File inside : content) {
                remove(inside);
            }
        }
        file.delete();
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
