package io.kafkamastery.cli.grade.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Watches a sandbox from outside, and ends it when it takes more than it may. What it cannot see on a system, it lets be. */
final class Bounds implements Runnable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** The kit calls small commands, such as the one that freezes a broker. */
    private static final Duration COMMANDS_TAKE = Duration.ofSeconds(2);

    private static final int PROCESSES_AT_ANY_TIME = 24;
    /** Between a broker's start and the kit's note of it there is a moment. */
    private static final int LOOKS_UNTIL_SURE = 4;

    private static final String CLUSTERS = "kafka-mastery-*";
    private static final Pattern STATUS = Pattern.compile("(?m)^(VmHWM|Threads):\\s+(\\d+)");

    private final ProcessHandle sandbox;
    private final Limits limits;
    private final Path home;
    private final LongSupplier printed;
    private final Instant started = Instant.now();
    private final Set<Long> brokers = new HashSet<>();
    private int looksWithTooMany;
    private volatile String excess;
    private volatile int peakMegabytes;

    /**
     * @param home where it and its brokers write
     * @param printed how many bytes it has printed
     */
    Bounds(ProcessHandle sandbox, Limits limits, Path home, LongSupplier printed) {
        this.sandbox = sandbox;
        this.limits = limits;
        this.home = home;
        this.printed = printed;
    }

    /** What it took too much of, in a sentence. */
    Optional<String> excess() {
        return Optional.ofNullable(excess);
    }

    /** The most memory that it had, or 0 where that cannot be told. */
    int peakMegabytes() {
        return peakMegabytes;
    }

    @Override
    public void run() {
        while (sandbox.isAlive() && excess == null) {
            found().ifPresent(sentence -> {
                excess = sentence;
                kill();
            });
            try {
                sandbox.onExit().get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillAlive) {
                // Look again.
            } catch (InterruptedException | ExecutionException e) {
                return;
            }
        }
    }

    /** With all that it started, brokers among them. */
    void kill() {
        List<ProcessHandle> started = sandbox.descendants().toList();
        sandbox.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** What it takes too much of at this moment. */
    Optional<String> found() {
        List<ProcessHandle> others = others();
        int threads = look(others);
        if (Duration.between(started, Instant.now()).compareTo(limits.time()) > 0) {
            return Optional.of("It took longer than " + limits.time().toMinutes() + " minutes.");
        }
        if (printed.getAsLong() > (long) limits.outputMegabytes() << 20) {
            return Optional.of("It printed more than " + limits.outputMegabytes() + " MB.");
        }
        if (threads > limits.threads()) {
            return Optional.of("It had more than " + limits.threads() + " threads at the same time.");
        }
        if (areTooMany(others)) {
            return Optional.of("It started processes of its own.");
        }
        return megabytesOnDisk() > limits.diskMegabytes()
                ? Optional.of("It wrote more than " + limits.diskMegabytes() + " MB.")
                : Optional.empty();
    }

    /** How many threads it has, with the JVMs of its tests, noting their memory on the way; 0 where nobody can tell. */
    private int look(List<ProcessHandle> others) {
        int threads = 0;
        int megabytes = 0;
        for (ProcessHandle process : Stream.concat(
                        Stream.of(sandbox), others.stream().filter(GuardedMain::isOne))
                .toList()) {
            try {
                String status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
                for (Matcher fact = STATUS.matcher(status); fact.find(); ) {
                    int value = Integer.parseInt(fact.group(2));
                    if (fact.group(1).equals("Threads")) {
                        threads += value;
                    } else {
                        megabytes += value / 1024;
                    }
                }
            } catch (IOException notLinuxOrGone) {
                // Then its heap is limited, and nothing else is known.
            }
        }
        peakMegabytes = Math.max(peakMegabytes, megabytes);
        return threads;
    }

    /** What it has started beside the kit's brokers. */
    private List<ProcessHandle> others() {
        Set<Long> brokers = brokers();
        return sandbox.descendants()
                .filter(process -> !brokers.contains(process.pid()))
                .toList();
    }

    private boolean areTooMany(List<ProcessHandle> others) {
        Instant longAgo = Instant.now().minus(COMMANDS_TAKE);
        long lasting = others.stream()
                .filter(process ->
                        process.info().startInstant().filter(longAgo::isAfter).isPresent())
                .filter(process -> !isCommandOfTheKit(process))
                .count();
        boolean tooMany = lasting > limits.processes() || others.size() > PROCESSES_AT_ANY_TIME;
        looksWithTooMany = tooMany ? looksWithTooMany + 1 : 0;
        return looksWithTooMany >= LOOKS_UNTIL_SURE;
    }

    /** A frozen broker has a shell beside it that thaws it when the kit is gone. */
    private static boolean isCommandOfTheKit(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("kill -STOP $0"))
                .isPresent();
    }

    /**
     * Process ids that the kit has noted for its brokers, each in its node's folder in its cluster's. Folders come and go, and
     * notes are rewritten when brokers are started again: what was read once stays known.
     */
    private Set<Long> brokers() {
        for (Path cluster : list(home, CLUSTERS)) {
            for (Path node : list(cluster, "*")) {
                try {
                    brokers.add(Long.parseLong(
                            Files.readString(node.resolve("process")).split(" ")[0]));
                } catch (IOException | NumberFormatException noneOrBeingWritten) {
                    // The next look will tell.
                }
            }
        }
        return brokers;
    }

    private static List<Path> list(Path folder, String glob) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            List<Path> all = new ArrayList<>();
            entries.forEach(all::add);
            return all;
        } catch (IOException | DirectoryIteratorException changing) {
            return List.of();
        }
    }

    private long megabytesOnDisk() {
        try (Stream<Path> files = Files.walk(home)) {
            return files.mapToLong(Bounds::size).sum() >> 20;
        } catch (IOException | UncheckedIOException changing) {
            return 0; // files come and go; the next look will tell
        }
    }

    private static long size(Path file) {
        try {
            // Kafka's indexes are mostly holes.
            boolean counts = Files.isRegularFile(file) && !file.toString().endsWith("index");
            return counts ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
