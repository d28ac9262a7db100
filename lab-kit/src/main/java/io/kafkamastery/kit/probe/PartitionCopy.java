package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.KafkaCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition's folder as its leader had it at one moment, for tests that read a log's bytes or damage them. Needs {@link
 * io.kafkamastery.kit.cluster.Capability#LOG_DIRS}. The copy is deleted when it is closed; the broker never sees it.
 */
public final class PartitionCopy implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Path folder;

    private PartitionCopy(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies what the partition's leader has now. A moment when it is replacing segments by cleaned ones is waited out.
     *
     * @throws AssertionError if the folder does not hold still within 10 seconds
     */
    public static PartitionCopy of(KafkaCluster kafka, TopicPartition partition) {
        int leader = ReplicaProbe.of(kafka, partition).leader();
        PartitionCopy copy = new PartitionCopy(temporaryFolder(partition));
        try {
            Await.within(LIMIT)
                    .until(
                            "the folder of " + partition + " on broker " + leader + " to hold still for a copy",
                            () -> copy.fill(kafka.broker(leader).logDirectory().resolve(partition.toString())),
                            () -> "files came and went");
            return copy;
        } catch (RuntimeException | Error e) {
            copy.close();
            throw e;
        }
    }

    private static Path temporaryFolder(TopicPartition partition) {
        try {
            return Files.createTempDirectory("kafka-mastery-" + partition + "-");
        } catch (IOException e) {
            throw new ClusterException("There is no room for a copy of " + partition + ": " + e, e);
        }
    }

    private boolean fill(Path source) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        try {
            List<Path> files = files(source);
            if (files.stream().anyMatch(PartitionCopy::isAboutToBeRenamed)) {
                return false;
            }
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            return files(source).equals(files);
        } catch (NoSuchFileException renamedMeanwhile) {
            return false;
        }
    }

    private static boolean isAboutToBeRenamed(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".cleaned") || name.endsWith(".swap");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Where the copy is. */
    public Path folder() {
        return folder;
    }

    /** Inverts the lowest bit of one byte, as a disk might on a bad day. Doing it twice mends it. */
    public void flipBit(String file, long position) {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(file), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            if (position < 0 || channel.read(one, position) != 1) {
                throw new IllegalArgumentException(
                        "There is no byte " + position + " in " + file + ", which has " + channel.size());
            }
            one.put(0, (byte) (one.get(0) ^ 1)).flip();
            channel.write(one, position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException stays) {
            throw new ClusterException("The copy in " + folder + " could not be deleted: " + stays, stays);
        }
    }
}
