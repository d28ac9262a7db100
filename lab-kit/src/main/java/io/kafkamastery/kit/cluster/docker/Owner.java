package io.kafkamastery.kit.cluster.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The JVM that something in the engine was made for. The start tells it from a later process with the same number, the
 * host from processes that share the engine and cannot be seen from here.
 */
record Owner(long pid, Instant start, String host) {

    /** A process's start is counted from the machine's, which the system gives to the second and corrects with its clock. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private static final Owner SELF = ofThisJvm();

    static Owner self() {
        return SELF;
    }

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    static Optional<Owner> parse(String text) {
        String[] parts = text == null ? new String[0] : text.split("-", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Instant start = Instant.ofEpochMilli(Long.parseLong(parts[1]));
            return Optional.of(new Owner(Long.parseLong(parts[0]), start, parts[2]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it lived on this machine and lives no longer; false when in doubt. */
    boolean isGone() {
        return host.equals(SELF.host)
                && ProcessHandle.of(pid).map(process -> !isMe(process)).orElse(true);
    }

    private boolean isMe(ProcessHandle process) {
        Instant itsStart = process.info().startInstant().orElse(start);
        return process.isAlive() && Duration.between(start, itsStart).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    @Override
    public String toString() {
        return pid + "-" + start.toEpochMilli() + "-" + host;
    }

    private static Owner ofThisJvm() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(self.pid(), self.info().startInstant().orElse(Instant.EPOCH), hostName());
    }

    /** Not from java.net, which asks the name service and may wait for it for seconds. */
    private static String hostName() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            Path linux = Path.of("/proc/sys/kernel/hostname");
            if (Files.isReadable(linux)) {
                return Files.readString(linux).strip();
            }
            Process hostname = new ProcessBuilder("hostname").start();
            return new String(hostname.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
