package io.kafkamastery.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Guesses what somebody meant who mistyped a name. */
public final class Nearest {

    private Nearest() {}

    /** At most three known names that are not far from the one given, nearest first. */
    public static List<String> to(String given, Collection<String> known) {
        int limit = Math.max(2, given.length() / 3);
        return known.stream()
                .filter(name -> distance(given, name) <= limit
                        || (given.length() >= 4 && (name.contains(given) || given.contains(name))))
                .sorted(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** As the end of a sentence: {@code Did you mean kafka-topics or kafka-groups?}; empty if nothing is near. */
    public static String question(String given, Collection<String> known) {
        return question(to(given, known));
    }

    public static String question(List<String> nearest) {
        return switch (nearest.size()) {
            case 0 -> "";
            case 1 -> " Did you mean " + nearest.get(0) + "?";
            default ->
                " Did you mean " + String.join(", ", nearest.subList(0, nearest.size() - 1)) + " or "
                        + nearest.get(nearest.size() - 1) + "?";
        };
    }

    /** How many letters have to be inserted, deleted, replaced or swapped with their neighbour. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
