package io.kafkamastery.kit.cluster.process;

import io.kafkamastery.kit.cluster.ClusterException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the jars that a broker needs among those on the running class path. Only these: a class-data archive holds for
 * one exact class path, and every week's would differ by its test libraries.
 */
final class BrokerJars {

    /** What {@code org.apache.kafka:kafka_2.13} needs at run time, and a logger. Artifact names, without versions. */
    private static final Pattern NEEDED = Pattern.compile(
            "(kafka_2\\.13|kafka-(clients|server|server-common|metadata|raft|storage|storage-api|tools-api"
                    + "|group-coordinator|group-coordinator-api|transaction-coordinator|share-coordinator|coordinator-common)"
                    + "|scala-(library|reflect)|scala-logging_2\\.13|zstd-jni|lz4-java|snappy-java|pcollections"
                    + "|HdrHistogram|hash4j|caffeine|jspecify|argparse4j|jopt-simple|jose4j|metrics-core|re2j|snakeyaml"
                    + "|commons-(validator|beanutils|digester|logging|collections)|log4j-(api|core)"
                    + "|jackson-(databind|core|annotations|dataformat-csv|dataformat-yaml|datatype-jdk8)"
                    + "|slf4j-(api|simple))-\\d.*\\.jar");

    private BrokerJars() {}

    /**
     * The jars, in an order that does not depend on the class path's.
     *
     * @throws ClusterException if there is no Kafka broker on the class path
     */
    static List<Path> onClassPath() {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path ->
                        NEEDED.matcher(String.valueOf(path.getFileName())).matches())
                .filter(Files::isRegularFile)
                .map(Path::toAbsolutePath)
                .distinct()
                .sorted(Comparator.comparing(Path::getFileName))
                .toList();
        if (jars.stream().noneMatch(jar -> jar.getFileName().toString().startsWith("kafka_2.13-"))) {
            throw new ClusterException("The process backend found no Kafka broker (kafka_2.13) on the class path."
                    + " Run the tests with Maven or with your IDE's Maven import, which bring it,"
                    + " or choose another backend: -Dlab.backend=docker");
        }
        return jars;
    }
}
