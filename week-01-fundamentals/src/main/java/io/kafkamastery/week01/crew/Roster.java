package io.kafkamastery.week01.crew;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is on duty in a crew, and who has which partitions at the moment.
 *
 * @param partitions the partitions of each worker on duty, by name; an empty set for a worker who has none
 */
public record Roster(Map<String, Set<Integer>> partitions) {

    public Roster {
        Map<String, Set<Integer>> sorted = new TreeMap<>();
        partitions.forEach((worker, share) -> sorted.put(worker, Collections.unmodifiableSet(new TreeSet<>(share))));
        partitions = Collections.unmodifiableMap(sorted);
    }

    /** The workers on duty who have no partition. */
    public Set<String> idle() {
        return partitions.entrySet().stream()
                .filter(share -> share.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As {@code Ada [0, 1], Ben [2, 3], Eve idle}. */
    @Override
    public String toString() {
        return partitions.isEmpty()
                ? "nobody on duty"
                : partitions.entrySet().stream()
                        .map(share -> share.getKey() + " " + (share.getValue().isEmpty() ? "idle" : share.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
