package io.kafkamastery.cli.check;

import io.kafkamastery.kit.lab.Share;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.LabVerdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deals out a lab's criteria to several hands. */
final class Shares {

    private Shares() {}

    /**
     * So that all hands are done at about the same time: what took longest goes first, to whoever has least to do.
     *
     * @param last how long each took
     * @param hands how many there are; with fewer criteria some get nothing, and are left out
     */
    static List<Share> of(LabVerdicts last, int hands) {
        int needed = Math.min(hands, last.criteria().size());
        if (needed <= 1) {
            return List.of(Share.ALL);
        }
        List<Set<String>> letters = new ArrayList<>();
        for (int hand = 0; hand < needed; hand++) {
            letters.add(new HashSet<>());
        }
        long[] millis = new long[needed];
        last.criteria().stream()
                .sorted(Comparator.comparingLong(CriterionVerdict::millis).reversed())
                .forEach(criterion -> {
                    int idlest = indexOfLeast(millis);
                    letters.get(idlest).add(criterion.id());
                    millis[idlest] += criterion.millis() + 1; // so that those which took no time are spread, too
                });
        return letters.stream().map(Share::new).toList();
    }

    private static int indexOfLeast(long[] numbers) {
        long least = Arrays.stream(numbers).min().orElseThrow();
        int index = 0;
        while (numbers[index] != least) {
            index++;
        }
        return index;
    }
}
