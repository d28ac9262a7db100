package io.kafkamastery.cli.grade.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was taken of a submission.
 *
 * @param name what it is called in reports: text of the learner's choosing
 * @param source where it came from, as said on the command line
 * @param received when it was handed in, as far as can be told
 * @param files the learner's files by their paths in the course, with slashes
 * @param leftAside what else it held, and why it was not taken
 */
public record Delivery(
        String name, String source, Instant received, Map<String, byte[]> files, List<LeftAside> leftAside) {

    /** A file that was not taken. */
    public record LeftAside(String path, String reason) {}

    public Delivery {
        files = Map.copyOf(files);
        leftAside = List.copyOf(leftAside);
    }

    /** The files of one folder of the course, by their paths below it. */
    public Map<String, byte[]> below(String folder) {
        Map<String, byte[]> found = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.startsWith(folder + "/")) {
                found.put(path.substring(folder.length() + 1), text);
            }
        });
        return found;
    }
}
