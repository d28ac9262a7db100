package io.kafkamastery.cli.check;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.kit.check.CheckEvent;
import io.kafkamastery.kit.check.CheckProcess;
import io.kafkamastery.kit.check.CheckRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A child JVM that checks labs once. It dies with this one, and takes all with it that it started.
 */
public final class CheckJvm implements AutoCloseable {

    static final int MEGABYTES = 512;

    /** A criterion ends by itself after a minute; a cluster of several brokers may take as long to start. */
    private static final int LONGEST_SILENCE_SECONDS = 180;

    private static final int ENDS_WITHIN_SECONDS = 5;

    /** Instead of a line: there are no more. */
    private static final String END = "\u0000end";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private volatile boolean asked;
    private volatile boolean killed;

    /** Hears what a check says. */
    public interface Listener {

        void heard(CheckEvent event);

        /** A line that the code under test wrote, or the kit. */
        void wrote(String line);
    }

    private CheckJvm(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "read-check");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one.
     *
     * @param folder where it runs: the week's, as with Maven
     * @param properties system properties for the child, by name
     * @param preparations what it is to do before its request comes, see {@link CheckProcess#WARM}
     */
    public static CheckJvm start(Path folder, Map<String, String> properties, String... preparations) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx" + MEGABYTES + "m",
                // What is out of memory cannot be trusted to say so.
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        Optional.ofNullable(System.getProperty("lab.archive")).ifPresent(archive -> {
            command.add("-XX:SharedArchiveFile=" + archive);
            command.add("-Xlog:disable");
            command.add("-Xlog:all=error:stderr");
        });
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CheckProcess.class.getName()));
        command.addAll(List.of(preparations));
        try {
            return new CheckJvm(new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new Refusal("The check could not be started: " + e.getMessage(), e);
        }
    }

    /** What this JVM was told about brokers and folders, for those that it starts. */
    public static Map<String, String> passedOn() {
        return Stream.of("lab.cache", "lab.standing", "lab.bootstrap", "java.io.tmpdir")
                .filter(name -> System.getProperty(name) != null)
                .collect(Collectors.toMap(Function.identity(), System::getProperty));
    }

    private void read() {
        try (BufferedReader from =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // Killed by us, or gone by itself: either way there is nothing more to read.
        }
        lines.add(END);
    }

    /** Waits until it has warmed up; what it says meanwhile is of no interest. */
    public void awaitReady() throws InterruptedException {
        String line = next();
        while (!line.equals(END) && !(CheckEvent.in(line).orElse(null) instanceof CheckEvent.Ready)) {
            line = next();
        }
    }

    /**
     * Has the request checked, and returns when all verdicts are known.
     *
     * @return what ended it early, in a sentence; nothing if all went well
     */
    public Optional<String> check(CheckRequest request, Listener listener) {
        send(request);
        Optional<String> cause = Optional.empty();
        try {
            for (String line = next(); !line.equals(END); line = next()) {
                Optional<CheckEvent> event = CheckEvent.in(line);
                String written = event.isPresent() ? line.substring(0, line.indexOf(CheckEvent.MARK)) : line;
                if (!written.isEmpty() || event.isEmpty()) {
                    cause = cause.or(() -> memory(written));
                    listener.wrote(written);
                }
                event.ifPresent(listener::heard);
                if (event.filter(CheckEvent.Ended.class::isInstance).isPresent()) {
                    return Optional.empty();
                }
            }
            boolean silent = !process.waitFor(1, TimeUnit.SECONDS);
            return Optional.of(
                    silent
                            ? "The check said nothing for " + LONGEST_SILENCE_SECONDS + " s and was ended."
                            : cause.orElseGet(this::death));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The check was broken off.");
        }
    }

    private static Optional<String> memory(String line) {
        return line.startsWith("Terminating due to java.lang.OutOfMemoryError")
                ? Optional.of("Your code used up all memory (" + MEGABYTES + " MB): "
                        + line.substring(line.indexOf(": ") + 2))
                : Optional.empty();
    }

    private String death() {
        return "The check's process ended without a word (exit code " + process.exitValue()
                + "). If your code calls Runtime.halt, throw an exception instead.";
    }

    private String next() throws InterruptedException {
        String line = lines.poll(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
        return line == null ? END : line;
    }

    private void send(CheckRequest request) {
        asked = true;
        try {
            OutputStream to = process.getOutputStream();
            to.write((request.toLine() + "\n").getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            // It is dead already: what it said will tell why.
            lines.add(END);
        }
    }

    /** Whether it still waits for its request or works on it. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether somebody ended it, so that its silence says nothing about the code under test. */
    boolean wasKilled() {
        return killed;
    }

    /** Ends it at once, with what it is doing. */
    public void kill() {
        killed = true;
        process.destroyForcibly();
    }

    /** Ends it; if it has had something to do, it gets a moment to end what it started. */
    @Override
    public void close() {
        try {
            if (!asked || !process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
