package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One node's process, through all its lives: launched, frozen, killed and launched again on the same folder. Another JVM
 * may have launched it.
 */
final class Node {

    private static final int LOG_LINES_IN_MESSAGES = 15;

    private final NodePlan plan;
    private final Path folder;
    private final String clusterId;
    private final Supplier<ClassArchive> classes;
    private final Lifeline lifeline;
    private ProcessHandle process;
    private OutputStream input;
    private Process freezer;

    /** @param classes is asked for when the node is launched, and not before */
    Node(NodePlan plan, Path folder, String clusterId, Supplier<ClassArchive> classes, Lifeline lifeline) {
        this.plan = plan;
        this.folder = folder;
        this.clusterId = clusterId;
        this.classes = classes;
        this.lifeline = lifeline;
    }

    /** Takes over the process that was launched for this folder before, if there is one. */
    void adopt() {
        process = Workspace.readProcess(folder).orElse(null);
    }

    NodePlan plan() {
        return plan;
    }

    Path folder() {
        return folder;
    }

    synchronized void launch() {
        launch(classes.get().archive().map(file -> "-XX:SharedArchiveFile=" + file));
    }

    /** The life in which the JVM notes the classes that it loaded, to write them to the archive at its exit. */
    synchronized void launchToArchive(Path archive) {
        launch(Optional.of("-XX:ArchiveClassesAtExit=" + archive));
    }

    private void launch(Optional<String> archiveFlag) {
        List<String> command = new ArrayList<>(lifeline.outlivesStarter() ? Detachment.prefix() : List.of());
        command.add(java());
        // Quick to start and small matters here, peak throughput does not. Without performance data there is no
        // file in the temporary folder that a killed JVM could leave behind.
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx384m", "-Xshare:auto"));
        archiveFlag.ifPresent(command::add);
        command.addAll(List.of(
                // The compression codecs unpack a library there, which a killed JVM leaves behind: with the folder it
                // goes.
                "-Djava.io.tmpdir=" + folder,
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED"); // compression codecs; older versions do not ask
        }
        command.addAll(List.of("-cp", classPath(), BrokerLauncher.class.getName()));
        command.addAll(List.of(folder.toString(), clusterId, lifeline.word()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // A learner's own settings for command-line tools would otherwise change the brokers, or print to their log.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        if (lifeline.outlivesStarter()) {
            builder.redirectInput(Detachment.noInput());
        }
        try {
            Process started = builder.start();
            process = started.toHandle();
            input = started.getOutputStream();
        } catch (IOException e) {
            throw new ClusterException("Broker " + plan.id() + " could not be launched: " + e.getMessage(), e);
        }
        Workspace.writeProcess(folder, process);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String classPath() {
        return classes.get().classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    synchronized boolean isRunning() {
        return process != null && Processes.isAlive(process);
    }

    synchronized void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        awaitEnd(10);
        thaw();
    }

    /** In order, by SIGTERM; by SIGKILL if it takes longer than 30 s, as it does when its quorum is gone. */
    synchronized void stop() {
        thaw();
        process.destroy();
        if (!awaitEnd(30)) {
            kill();
        }
    }

    /** In order, by the launcher's own protocol, which works where there are no signals. */
    synchronized void exit() throws IOException {
        input.write(BrokerLauncher.EXIT);
        input.flush();
        if (!awaitEnd(60)) {
            kill();
        }
    }

    private boolean awaitEnd(int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return !Processes.isAlive(process);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for the end of a process does not fail", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Freezes the process. The freezer is a process of its own that thaws it again when its input closes: so even if
     * this JVM is killed, no frozen broker stays behind.
     */
    synchronized void freeze() {
        if (freezer != null || !isRunning()) {
            return;
        }
        String pid = String.valueOf(process.pid());
        try {
            freezer = new ProcessBuilder("sh", "-c", "kill -STOP $0 && echo frozen && read -r line; kill -CONT $0", pid)
                    .redirectErrorStream(true)
                    .start();
            if (freezer.getInputStream().read() != 'f') {
                throw new ClusterException("Broker " + plan.id() + " could not be paused (kill -STOP " + pid + ")");
            }
        } catch (IOException e) {
            throw new ClusterException("Broker " + plan.id() + " could not be paused: " + e.getMessage(), e);
        }
    }

    synchronized void thaw() {
        if (freezer == null) {
            return;
        }
        try (OutputStream input = freezer.getOutputStream()) {
            input.write('\n');
        } catch (IOException closed) {
            // Closed means the same to it.
        }
        try {
            freezer.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        freezer = null;
    }

    synchronized boolean isFrozen() {
        return freezer != null || (isRunning() && Processes.isFrozen(process));
    }

    /** Its process, while it runs. */
    synchronized Optional<ProcessHandle> process() {
        return isRunning() ? Optional.of(process) : Optional.empty();
    }

    /** @throws ClusterException if the process is gone, with its last words */
    void failIfDead() {
        if (!isRunning()) {
            throw new ClusterException(name() + " ended while it was starting. The last lines of its log:\n  "
                    + String.join("\n  ", lastWords()));
        }
    }

    /** The end of its log without stack traces, which would push out the sentence that explains them. */
    private List<String> lastWords() {
        List<String> words = logTail(Integer.MAX_VALUE).stream()
                .filter(line -> !line.startsWith("\tat "))
                .toList();
        return words.subList(Math.max(0, words.size() - LOG_LINES_IN_MESSAGES), words.size());
    }

    /** Whether it died because somebody else has one of its ports. */
    boolean lostItsPort() {
        return !isRunning()
                && logTail(60).stream()
                        .anyMatch(line -> line.contains("Address already in use") || line.contains("BindException"));
    }

    String name() {
        return (plan.role() == NodePlan.Role.CONTROLLER ? "Controller " : "Broker ") + plan.id();
    }

    Path log() {
        return folder.resolve("broker.log");
    }

    List<String> logTail(int lines) {
        try (Stream<String> all = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
            List<String> text = all.toList();
            return text.subList(Math.max(0, text.size() - lines), text.size());
        } catch (IOException gone) {
            return List.of("(no log at " + log() + ")");
        }
    }
}
