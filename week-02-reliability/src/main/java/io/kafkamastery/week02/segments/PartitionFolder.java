package io.kafkamastery.week02.segments;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder in which a broker keeps one partition, such as {@code orders-0}. All reading goes through here, so that it
 * can be counted how much is read.
 */
public interface PartitionFolder {

    /** The names of all files in it, in no particular order. */
    Set<String> files() throws IOException;

    /**
     * Opens one of the files for reading, at its beginning. Whoever opens it closes it. The channel can be positioned
     * anywhere and knows its size; it is not a {@link java.nio.channels.FileChannel}, so the file cannot be mapped into
     * memory.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    SeekableByteChannel open(String file) throws IOException;

    /** A folder of this machine. */
    static PartitionFolder at(Path folder) {
        return new PartitionFolder() {
            @Override
            public Set<String> files() throws IOException {
                try (Stream<Path> files = Files.list(folder)) {
                    return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
                }
            }

            @Override
            public SeekableByteChannel open(String file) throws IOException {
                return Files.newByteChannel(folder.resolve(file));
            }
        };
    }
}
