package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.cluster.CacheFolder;
import io.kafkamastery.kit.cluster.ClusterException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.kafka.common.Uuid;

/**
 * What an image wrote when it formatted a node's storage, kept for all later nodes of that image: they then need not the
 * JVM that formats, which is a third of their start.
 */
final class StorageTemplate {

    private static final String BOOTSTRAP = "bootstrap.checkpoint";

    /** Where it is kept; empty if there is no such place. */
    private final Optional<Path> file;

    private volatile Optional<byte[]> bootstrap;

    private StorageTemplate(Optional<Path> file) {
        this.file = file;
        this.bootstrap = file.flatMap(StorageTemplate::read);
    }

    static StorageTemplate of(DockerEngine engine, String image) {
        String id = engine.client().inspectImageCmd(image).exec().getId().replace("sha256:", "");
        return new StorageTemplate(CacheFolder.open().folder().map(cache -> cache.resolve("storage-of-" + id)));
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException nothingLearned) {
            return Optional.empty();
        }
    }

    /** Keeps what a node found in its storage on its first start. */
    void learnFrom(NodeContainer container) {
        if (file.isEmpty() || bootstrap.isPresent()) {
            return;
        }
        try (InputStream archive = container.archive(NodeSettings.LOG_DIRECTORY + "/" + BOOTSTRAP);
                TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            tar.getNextEntry();
            Path half = Files.createTempFile(file.get().getParent(), "storage-", "");
            Files.write(half, tar.readAllBytes());
            Files.move(half, file.get(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | ClusterException e) {
            // The next start takes a second longer: nothing that anybody must know.
        }
    }

    /** Returns whether there was anything to forget. */
    boolean forget() {
        if (bootstrap.isEmpty()) {
            return false;
        }
        bootstrap = Optional.empty();
        try {
            Files.deleteIfExists(file.orElseThrow());
        } catch (IOException e) {
            // Then the next JVM finds out again.
        }
        return true;
    }

    /** The files of a new node that is ready to run, as a tar archive; empty as long as nothing was learned. */
    Optional<InputStream> filesFor(int nodeId, String clusterId, Map<String, String> settings) {
        return bootstrap.map(content -> archive(content, nodeId, clusterId, settings));
    }

    private static InputStream archive(byte[] bootstrap, int nodeId, String clusterId, Map<String, String> settings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            // The image's user is not known here: anybody in the container may write what Kafka writes.
            TarArchiveEntry folder = new TarArchiveEntry(NodeSettings.LOG_DIRECTORY + "/");
            folder.setMode(TarArchiveEntry.DEFAULT_DIR_MODE | 0777);
            tar.putArchiveEntry(folder);
            tar.closeArchiveEntry();
            put(tar, NodeSettings.LOG_DIRECTORY + "/" + BOOTSTRAP, bootstrap);
            put(tar, NodeSettings.LOG_DIRECTORY + "/meta.properties", identity(nodeId, clusterId));
            put(tar, NodeSettings.SERVER_PROPERTIES, lines(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void put(TarArchiveOutputStream tar, String path, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setMode(TarArchiveEntry.DEFAULT_FILE_MODE | 0666);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] identity(int nodeId, String clusterId) {
        return """
                version=1
                cluster.id=%s
                node.id=%d
                directory.id=%s
                """.formatted(clusterId, nodeId, Uuid.randomUuid()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] lines(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        properties.store(text, null);
        return text.toByteArray();
    }
}
