package io.kafkamastery.kit.check;

import io.kafkamastery.kit.lab.Share;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be checked: one line on the process's standard input.
 *
 * @param variant whose code, see {@link io.kafkamastery.kit.lab.Variant}
 * @param packages where the labs stand, a package each
 * @param share which of their criteria
 * @param classPath of the week, its own classes first
 */
public record CheckRequest(String variant, List<String> packages, Share share, List<Path> classPath) {

    private static final String SEPARATOR = "\t";

    public CheckRequest {
        packages = List.copyOf(packages);
        classPath = List.copyOf(classPath);
    }

    public String toLine() {
        String paths = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return String.join(SEPARATOR, variant, String.join(",", packages), share.toString(), paths);
    }

    static CheckRequest parse(String line) {
        String[] fields = line.split(SEPARATOR, 4);
        return new CheckRequest(
                fields[0],
                List.of(fields[1].split(",")),
                Share.parse(fields[2]),
                Stream.of(fields[3].split(File.pathSeparator)).map(Path::of).toList());
    }
}
