package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What a {@link StandingCluster} notes about itself in its folder, for the JVMs that come later.
 *
 * @param owner the process that it ends with, if it is not to stay until somebody ends it
 */
record StandingState(
        String kafkaVersion,
        ClusterSpec spec,
        String clusterId,
        List<Integer> ports,
        Instant started,
        OptionalLong owner) {

    private static final String FILE = "cluster.properties";
    private static final String SETTING = "setting.";

    /** Brokers on {@code first}, {@code first + 2} and so on; controllers between them. In the order of {@link Layout}. */
    static List<Integer> portsFrom(int first, ClusterSpec spec) {
        if (spec.controllers() == 0) {
            return List.of(first, first + 1);
        }
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < spec.controllers(); i++) {
            ports.add(first + 1 + 2 * i);
        }
        for (int i = 0; i < spec.brokers(); i++) {
            ports.add(first + 2 * i);
        }
        return ports;
    }

    Layout layout(Path folder) {
        ClassArchive[] opened = new ClassArchive[1];
        Supplier<ClassArchive> classes = () -> {
            if (opened[0] == null) {
                opened[0] = ProcessBackend.classes(folder);
            }
            return opened[0];
        };
        return new Layout(spec, folder, clusterId, ports, Lifeline.folderAnd(owner), classes, Optional.empty());
    }

    /** Whether tests that ask for such a cluster, and come with these Kafka jars, can use it. */
    boolean fits(ClusterSpec wanted) {
        return spec.equals(wanted) && kafkaVersion.equals(AppInfoParser.getVersion());
    }

    static Optional<StandingState> read(Path folder) {
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            file.load(in);
            List<Integer> ports = Stream.of(file.getProperty("ports").split(","))
                    .map(Integer::valueOf)
                    .toList();
            ClusterSpec spec = new ClusterSpec(
                    Integer.parseInt(file.getProperty("brokers")),
                    Integer.parseInt(file.getProperty("controllers")),
                    settings(file),
                    false);
            String owner = file.getProperty("owner", "");
            return Optional.of(new StandingState(
                    file.getProperty("kafka"),
                    spec,
                    file.getProperty("cluster.id"),
                    ports,
                    Instant.parse(file.getProperty("started")),
                    owner.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(owner))));
        } catch (IOException | IllegalArgumentException | NullPointerException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, String> settings(Properties file) {
        return file.stringPropertyNames().stream()
                .filter(name -> name.startsWith(SETTING))
                .collect(Collectors.toMap(name -> name.substring(SETTING.length()), file::getProperty));
    }

    void write(Path folder) {
        Properties file = new Properties();
        file.setProperty("kafka", kafkaVersion);
        file.setProperty("brokers", String.valueOf(spec.brokers()));
        file.setProperty("controllers", String.valueOf(spec.controllers()));
        file.setProperty("cluster.id", clusterId);
        file.setProperty("ports", ports.stream().map(String::valueOf).collect(Collectors.joining(",")));
        file.setProperty("started", started.toString());
        owner.ifPresent(pid -> file.setProperty("owner", String.valueOf(pid)));
        spec.settings().forEach((name, value) -> file.setProperty(SETTING + name, value));
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(folder.resolve(FILE))) {
                file.store(out, "A running cluster. End it with: lab cluster down");
            }
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /** Lets one JVM at a time start or end the cluster in that folder. */
    static Lock lock(Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            FileChannel channel =
                    FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Lock(channel, channel.lock());
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    static Path lockFile(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    private static ClusterException cannotWrite(Path folder, IOException e) {
        return new ClusterException(
                "Cannot write to " + folder + " (" + e.getMessage()
                        + "). Copy the course to a folder of your own, with some space left, and try again there.",
                e);
    }

    record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new ClusterException("The lock could not be released: " + e.getMessage(), e);
            }
        }
    }
}
