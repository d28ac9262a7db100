package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cluster's temporary folder. Its name says which JVM owns it, so that whatever a killed JVM left behind is recognised
 * and removed by the next one.
 */
final class Workspace {

    private static final String PREFIX = "kafka-mastery-";
    /** Process id and start time of the owner, and a random part. */
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-(\\d+)-.*");
    /** In a node's folder: process id and start time of its broker. */
    static final String PROCESS_FILE = "process";

    private Workspace() {}

    /** Makes a new one. */
    static Path create() {
        ProcessHandle self = ProcessHandle.current();
        try {
            return Files.createTempDirectory(
                    temporary(), PREFIX + self.pid() + "-" + Processes.startMillis(self) + "-");
        } catch (IOException e) {
            throw new ClusterException(
                    "No folder for the brokers' data could be made in " + temporary() + " (" + e.getMessage()
                            + "). Free some space there, or choose another place with -Djava.io.tmpdir=<folder>.",
                    e);
        }
    }

    /** Removes the folders, and ends the processes, that JVMs left behind which are no longer alive. */
    static void sweepLeftovers() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary(), PREFIX + "*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches() && live(name.group(1), name.group(2)).isEmpty()) {
                    endProcessesOf(folder);
                    delete(folder);
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // Somebody else's folders in a shared place: not ours to clean.
        }
    }

    static void writeProcess(Path nodeFolder, ProcessHandle process) {
        try {
            Files.writeString(nodeFolder.resolve(PROCESS_FILE), process.pid() + " " + Processes.startMillis(process));
        } catch (IOException e) {
            throw new ClusterException("Cannot write to " + nodeFolder + ": " + e.getMessage(), e);
        }
    }

    /** Deletes a folder with all that is in it; what vanishes meanwhile is fine. */
    static void delete(Path folder) {
        for (int pass = 0; pass < 3 && Files.exists(folder); pass++) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException changedMeanwhile) {
                // A process in its last moments wrote something: the next pass gets it.
            }
        }
    }

    /** The process of the broker in that folder, if it is alive. */
    static Optional<ProcessHandle> readProcess(Path nodeFolder) {
        try {
            String[] process =
                    Files.readString(nodeFolder.resolve(PROCESS_FILE)).split(" ");
            return live(process[0], process[1]);
        } catch (IOException | ArrayIndexOutOfBoundsException | NumberFormatException halfWritten) {
            return Optional.empty(); // Then the process that wrote it never got far, and ends by itself.
        }
    }

    /** Ends the brokers in the folders below that one, at once. */
    static void endProcessesOf(Path folder) {
        try (Stream<Path> nodes = Files.walk(folder, 2)) {
            nodes.flatMap(node -> readProcess(node).stream()).forEach(ProcessHandle::destroyForcibly);
        } catch (IOException | UncheckedIOException gone) {
            // Its brokers cleaned up themselves just now.
        }
    }

    private static Optional<ProcessHandle> live(String pid, String startMillis) {
        return Processes.live(Long.parseLong(pid), Long.parseLong(startMillis));
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
