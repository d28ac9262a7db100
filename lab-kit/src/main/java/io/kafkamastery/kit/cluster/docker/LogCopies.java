package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.cluster.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Copies of brokers' log directories, for tests that look into them; in a temporary folder until the cluster closes. */
final class LogCopies implements AutoCloseable {

    private static final String PREFIX = "kafka-mastery-logs-";
    private static final int ATTEMPTS = 3;

    private Path folder;

    /** Copies the log directory as it is now, while the broker may go on writing. */
    synchronized Path copyFrom(NodeContainer container) {
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (InputStream archive = container.archive(NodeSettings.LOG_DIRECTORY)) {
                Path copy = Files.createTempDirectory(folder(), container + "-");
                unpack(new TarArchiveInputStream(archive), copy);
                return copy.resolve(Path.of(NodeSettings.LOG_DIRECTORY).getFileName());
            } catch (IOException e) {
                // A segment that was rolled or deleted meanwhile breaks off the archive.
                last = e;
            }
        }
        throw new ClusterException(
                "The log directory of " + container + " could not be copied: " + last.getMessage()
                        + ". Look for free space in " + System.getProperty("java.io.tmpdir"),
                last);
    }

    private Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory(PREFIX + Owner.self() + ".");
        }
        return folder;
    }

    private static void unpack(TarArchiveInputStream archive, Path target) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("The archive has an entry outside of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else {
                try (OutputStream file = Files.newOutputStream(path)) {
                    archive.transferTo(file);
                }
            }
        }
    }

    /** Removes the copies of JVMs that are gone. */
    static void removeAbandoned() {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), PREFIX + "*")) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString();
                String owner = name.substring(PREFIX.length(), Math.max(PREFIX.length(), name.lastIndexOf('.')));
                if (Owner.parse(owner).filter(Owner::isGone).isPresent()) {
                    delete(folder);
                }
            }
        } catch (IOException unreadable) {
            // Then there is nothing of ours to be seen in there.
        }
    }

    @Override
    public synchronized void close() {
        if (folder != null) {
            delete(folder);
            folder = null;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException stays) {
            // The next JVM tries again.
        }
    }
}
