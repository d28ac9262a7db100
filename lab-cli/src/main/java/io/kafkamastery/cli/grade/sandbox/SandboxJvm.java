package io.kafkamastery.cli.grade.sandbox;

import io.kafkamastery.cli.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The grader's side of a sandbox: starts its JVM, hears what is signed, and sees to its limits. */
public final class SandboxJvm {

    private static final int ENDS_WITHIN_SECONDS = 10;
    private static final long LOG_BYTES_KEPT = 1 << 20;
    private static final String END = "\u0000end";
    /** Of 512 bytes, as ulimit counts. */
    private static final int BLOCKS_A_MEGABYTE = 2_048;
    /** What a JVM ends with under ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private final Path home;
    private final Limits limits;
    private final Map<String, String> properties;
    private final AtomicLong printed = new AtomicLong();
    private int peakMegabytes;
    private int forgeries;

    /** How a sandbox's life ended. */
    public enum Ending {
        COMPLETE,
        /** Code was left in it that does not end; what is left to check needs another sandbox. */
        STUCK,
        /** By itself, without a word. */
        DIED,
        /** By us: it took too much, or was silent for too long. */
        STOPPED
    }

    /** @param why in a sentence, empty if all is well */
    public record Outcome(Ending ending, String why) {}

    /**
     * @param home a folder of its own, where it runs, and where its brokers live
     * @param properties system properties that tell the kit about brokers
     */
    public SandboxJvm(Path home, Limits limits, Map<String, String> properties) {
        this.home = home;
        this.limits = limits;
        this.properties = properties;
    }

    /** The most memory that one of its JVMs had, or 0 if that is not known. */
    public int peakMegabytes() {
        return peakMegabytes;
    }

    /** How many lines on the grader's channel were not signed: none, unless somebody tried to forge one. */
    public int forgeries() {
        return forgeries;
    }

    /** A new key, to be put into a request. */
    public static String newKey() {
        return Seal.newKey();
    }

    /** Has a request worked on by a new JVM, and returns when it is gone. */
    public Outcome run(GradeRequest request, Consumer<GradeEvent> listener) throws IOException, InterruptedException {
        Process process = start();
        Bounds bounds = new Bounds(process.toHandle(), limits, home, printed::get);
        Thread watch = daemon("watch-sandbox", bounds);
        daemon("keep-output", () -> keepOutput(process.getErrorStream()));
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        daemon("read-sandbox", () -> read(process.getInputStream(), lines));
        try {
            send(process, request);
            return listen(process, bounds, lines, new Seal(request.key()), listener);
        } finally {
            if ("docker".equals(properties.get("lab.backend"))) {
                process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS); // it has containers to remove
            }
            bounds.kill();
            process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
            watch.interrupt();
            peakMegabytes = Math.max(peakMegabytes, bounds.peakMegabytes());
        }
    }

    private Outcome listen(
            Process process, Bounds bounds, BlockingQueue<String> lines, Seal seal, Consumer<GradeEvent> listener)
            throws InterruptedException {
        while (true) {
            String line = lines.poll(limits.silence().toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                return new Outcome(
                        Ending.STOPPED,
                        "It gave no sign of life for " + limits.silence().toSeconds() + " s and was ended.");
            }
            if (line.equals(END)) {
                return process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)
                        ? death(process, bounds)
                        : new Outcome(Ending.STOPPED, "It cut the line to the grader and was ended.");
            }
            Optional<GradeEvent> event = seal.verify(line);
            if (event.isEmpty()) {
                forgeries++;
            } else if (event.get() instanceof GradeEvent.Ended ended) {
                listener.accept(ended);
                return new Outcome(ended.complete() ? Ending.COMPLETE : Ending.STUCK, "");
            } else {
                listener.accept(event.get());
            }
        }
    }

    private Outcome death(Process process, Bounds bounds) throws InterruptedException {
        if (bounds.excess().isPresent()) {
            return new Outcome(Ending.STOPPED, bounds.excess().get());
        }
        int code = process.exitValue();
        return new Outcome(
                Ending.DIED,
                code == OUT_OF_MEMORY
                        ? "It used up all memory (" + limits.memoryMegabytes() + " MB)."
                        : "The process ended without a word (exit code " + code + ").");
    }

    private Process start() {
        List<String> command = new ArrayList<>(ulimit());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + home.resolve("crash.log"),
                "-Xshare:auto",
                "-Xmx" + limits.memoryMegabytes() + "m",
                "-XX:MaxDirectMemorySize=" + limits.memoryMegabytes() / 2 + "m",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + home,
                "-Duser.home=" + home,
                // Settings of clients cannot have files read by "${file:…}".
                "-Dorg.apache.kafka.automatic.config.providers=none"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        Optional.ofNullable(System.getProperty("lab.archive")).ifPresent(archive -> {
            command.add("-XX:SharedArchiveFile=" + archive);
            command.add("-Xlog:disable");
            command.add("-Xlog:all=error:stderr");
        });
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GradeProcess.class.getName()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
            scrub(builder.environment());
            return builder.start();
        } catch (IOException e) {
            throw new Refusal("A sandbox could not be started: " + e.getMessage(), e);
        }
    }

    /** No file larger than all together may be, no memory dumps. */
    private List<String> ulimit() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        return windows
                ? List.of()
                : List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -c 0; ulimit -f " + (long) limits.diskMegabytes() * BLOCKS_A_MEGABYTE + "; exec \"$@\"",
                        "sandbox");
    }

    /** What the grader knows by its environment (tokens, names, paths) is nobody else's business. */
    private void scrub(Map<String, String> environment) {
        Map<String, String> kept = new java.util.HashMap<>(environment);
        kept.keySet().retainAll(List.of("PATH", "SystemRoot", "DOCKER_HOST", "LC_ALL", "LANG"));
        environment.clear();
        environment.putAll(kept);
        environment.putAll(Map.of("HOME", home.toString(), "TMPDIR", home.toString()));
    }

    private static void send(Process process, GradeRequest request) {
        try {
            OutputStream to = process.getOutputStream(); // left open: its end would be ours
            to.write((request.toLine() + "\n").getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            // It is dead already: the end of its output will tell.
        }
    }

    private static void read(InputStream from, BlockingQueue<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // Either way there is nothing more to read.
        }
        lines.add(END);
    }

    /** The beginning is kept; the rest is counted, and thrown away as fast as it comes. */
    private void keepOutput(InputStream from) {
        try (InputStream in = from;
                OutputStream log = Files.newOutputStream(
                        home.resolve("output.log"),
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long room = LOG_BYTES_KEPT - printed.getAndAdd(read);
                if (room > 0) {
                    log.write(buffer, 0, (int) Math.min(room, read));
                }
            }
        } catch (IOException closed) {
            // It is gone.
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
