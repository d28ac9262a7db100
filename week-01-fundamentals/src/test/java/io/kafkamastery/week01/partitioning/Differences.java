package io.kafkamastery.week01.partitioning;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;

/** Says in sentences how the lab's answers differ from what Kafka did: one example, how many more, and what they share. */
final class Differences {

    private static final int EXAMPLES = 3;

    private Differences() {}

    static void failIfMispredicted(Map<String, OptionalInt> predicted, Map<String, Integer> landed, int partitions) {
        List<String> wrong = landed.keySet().stream()
                .filter(key -> !predicted.get(key).equals(OptionalInt.of(landed.get(key))))
                .toList();
        if (!wrong.isEmpty()) {
            String key = wrong.get(0);
            OptionalInt prediction = predicted.get(key);
            throw new AssertionError("A record with key " + quoted(key) + " landed in partition " + landed.get(key)
                    + " of " + partitions + ", but partitionFor() says "
                    + (prediction.isPresent() ? prediction.getAsInt() : "that it cannot be foretold") + ". In all, "
                    + wrong.size() + " of " + landed.size() + " keys were mispredicted."
                    + whatTheyShare(wrong, landed));
        }
    }

    /** A hint at the cause, if the wrong keys are exactly those of one kind. */
    private static String whatTheyShare(List<String> wrong, Map<String, Integer> landed) {
        Map<String, Predicate<String>> kinds = new LinkedHashMap<>();
        kinds.put("whose hash is negative", key -> Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)) < 0);
        kinds.put("with characters beyond ASCII", key -> key.chars().anyMatch(c -> c > 127));
        return kinds.entrySet().stream()
                .filter(kind -> wrong.stream().allMatch(kind.getValue()))
                .map(kind -> " All of them are keys " + kind.getKey() + ".")
                .findFirst()
                .orElse("");
    }

    static void failIfSightingsDiffer(
            String key, Map<Integer, List<Sighting>> found, Map<Integer, List<Sighting>> expected) {
        Set<Integer> partitions = new TreeSet<>(expected.keySet());
        partitions.addAll(found.keySet());
        for (int partition : partitions) {
            failIfSightingsDiffer(
                    key + " in partition " + partition,
                    found.getOrDefault(partition, List.of()),
                    expected.getOrDefault(partition, List.of()));
        }
    }

    private static void failIfSightingsDiffer(String where, List<Sighting> found, List<Sighting> expected) {
        if (found.equals(expected)) {
            return;
        }
        int first = 0;
        while (first < found.size()
                && first < expected.size()
                && found.get(first).equals(expected.get(first))) {
            first++;
        }
        throw new AssertionError("There are " + expected.size() + " records of " + where + ", and sightings() shows "
                + found.size() + ". The first difference is at number " + (first + 1) + ": the topic has "
                + at(first, expected) + ", sightings() has " + at(first, found) + ".");
    }

    private static String at(int index, List<Sighting> sightings) {
        return index < sightings.size()
                ? "\"" + sightings.get(index).value() + "\" at offset "
                        + sightings.get(index).offset()
                : "no more";
    }

    static void failIfMovesDiffer(Set<KeyMove> listed, Map<String, Integer> before, Map<String, Integer> after) {
        Set<KeyMove> moved = before.keySet().stream()
                .filter(key -> !before.get(key).equals(after.get(key)))
                .map(key -> new KeyMove(key, before.get(key), after.get(key)))
                .collect(Collectors.toSet());
        if (!listed.equals(moved)) {
            throw new AssertionError("When the topic grew, " + moved.size() + " of " + before.size()
                    + " keys moved, and moves() lists " + listed.size() + "."
                    + examples(" Not listed: ", moved, listed) + examples(" Listed, but not so: ", listed, moved));
        }
    }

    private static String examples(String label, Set<KeyMove> all, Set<KeyMove> without) {
        List<KeyMove> rest =
                all.stream().filter(move -> !without.contains(move)).toList();
        return rest.isEmpty()
                ? ""
                : rest.stream()
                        .limit(EXAMPLES)
                        .map(move -> move.key() + " from " + move.from() + " to " + move.to())
                        .collect(Collectors.joining(", ", label, rest.size() > EXAMPLES ? " and so on." : "."));
    }

    static void failIfCountsDiffer(Map<Integer, Long> counted, Map<Integer, Long> expected, String topic) {
        if (!counted.equals(expected)) {
            throw new AssertionError("Counts of records without key, by partition, in " + topic + ": there are "
                    + new TreeMap<>(expected) + ", but recordsWithoutKey() says " + new TreeMap<>(counted) + ".");
        }
    }

    private static String quoted(String key) {
        return key.length() <= 30
                ? "\"" + key + "\""
                : "\"" + key.substring(0, 30) + "…\" (" + key.length() + " letters)";
    }
}
