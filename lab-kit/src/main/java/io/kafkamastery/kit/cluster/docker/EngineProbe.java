package io.kafkamastery.kit.cluster.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Finds out in milliseconds whether a Docker engine answers at all, before Testcontainers is asked: where there is none,
 * its own search takes seconds and prints a page about it.
 */
final class EngineProbe {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private EngineProbe() {}

    /** Returns if an engine answers at any of the addresses. */
    static void check(Set<EngineAddress> addresses) throws EngineUnusable {
        List<EngineAddress> present =
                addresses.stream().filter(EngineAddress::exists).toList();
        if (present.isEmpty()) {
            throw new EngineUnusable("no Docker engine answers", "Start Docker");
        }
        EngineUnusable last = null;
        List<Future<Void>> answers = pingAll(present);
        for (int i = 0; i < present.size(); i++) {
            try {
                answers.get(i).get();
                return;
            } catch (CancellationException tooLate) {
                last = new EngineUnusable(
                        "the Docker engine at " + present.get(i) + " did not answer within " + LIMIT.toSeconds() + " s",
                        "Restart Docker");
            } catch (ExecutionException failed) {
                last = refused(present.get(i), failed.getCause());
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        throw last;
    }

    /** Where Testcontainers would look, in its order. */
    static Set<EngineAddress> addresses(Map<String, String> environment, Properties testcontainers, Path home) {
        Set<EngineAddress> addresses = new LinkedHashSet<>();
        for (String address : new String[] {
            testcontainers.getProperty("tc.host"),
            environment.get("DOCKER_HOST"),
            testcontainers.getProperty("docker.host")
        }) {
            if (address != null && !address.isBlank()) {
                addresses.add(EngineAddress.of(address));
            }
        }
        if (System.getProperty("os.name").startsWith("Windows")) {
            addresses.add(EngineAddress.of("npipe:////./pipe/docker_engine"));
            return addresses;
        }
        addresses.add(EngineAddress.of("unix:///var/run/docker.sock"));
        String runtimeFolder = environment.get("XDG_RUNTIME_DIR");
        if (runtimeFolder != null && !runtimeFolder.isBlank()) {
            addresses.add(EngineAddress.ofSocket(Path.of(runtimeFolder, "docker.sock")));
        }
        addresses.add(EngineAddress.ofSocket(home.resolve(".docker/run/docker.sock")));
        addresses.add(EngineAddress.ofSocket(home.resolve(".docker/desktop/docker.sock")));
        return addresses;
    }

    /** The addresses for this account on this machine. */
    static Set<EngineAddress> addresses() {
        Path home = Path.of(System.getProperty("user.home"));
        Properties testcontainers = new Properties();
        Path file = home.resolve(".testcontainers.properties");
        if (Files.isReadable(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                testcontainers.load(in);
            } catch (IOException | IllegalArgumentException e) {
                testcontainers.clear(); // Testcontainers does without it, too
            }
        }
        return addresses(System.getenv(), testcontainers, home);
    }

    private static List<Future<Void>> pingAll(List<EngineAddress> addresses) throws EngineUnusable {
        List<Callable<Void>> pings = addresses.stream()
                .map(address -> (Callable<Void>) () -> {
                    address.ping();
                    return null;
                })
                .toList();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "docker-probe");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return threads.invokeAll(pings, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            threads.shutdownNow();
        }
    }

    private static EngineUnusable refused(EngineAddress address, Throwable cause) {
        String detail = String.valueOf(cause.getMessage());
        if (detail.contains("Permission denied")) {
            return new EngineUnusable(
                    "this account may not use the Docker engine at " + address,
                    "Add your account to the group 'docker' and log in again");
        }
        return new EngineUnusable("no Docker engine answers at " + address + " (" + detail + ")", "Start Docker");
    }

    private static EngineUnusable interrupted() {
        Thread.currentThread().interrupt();
        return new EngineUnusable("the search for a Docker engine was interrupted", "Try again");
    }
}
