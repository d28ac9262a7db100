package io.kafkamastery.cli.work;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts, as {@code diff -u} shows it. */
final class LineDiff {

    private static final int CONTEXT = 3;

    /** A line of both texts in one: kept, or only in the one, or only in the other. */
    private record Step(char sign, String line, int oldLine, int newLine) {}

    private LineDiff() {}

    /** Hunks with their headings; nothing if the texts are the same. */
    static List<String> unified(List<String> before, List<String> after) {
        List<Step> steps = steps(before, after);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while ((start = nextChange(steps, start)) < steps.size()) {
            int from = Math.max(0, start - CONTEXT);
            int end = endOfHunk(steps, start);
            lines.add("@@ line " + (steps.get(from).oldLine() + 1) + " @@");
            steps.subList(from, end).forEach(step -> lines.add(step.sign() + step.line()));
            start = end;
        }
        return lines;
    }

    private static int nextChange(List<Step> steps, int from) {
        int next = from;
        while (next < steps.size() && steps.get(next).sign() == ' ') {
            next++;
        }
        return next;
    }

    /** A hunk goes on as long as the next change is near. */
    private static int endOfHunk(List<Step> steps, int firstChange) {
        int lastChange = firstChange;
        for (int i = firstChange; i < steps.size() && i <= lastChange + 2 * CONTEXT; i++) {
            if (steps.get(i).sign() != ' ') {
                lastChange = i;
            }
        }
        return Math.min(steps.size(), lastChange + 1 + CONTEXT);
    }

    /** By the longest common subsequence: quadratic, and files here have a few hundred lines. */
    private static List<Step> steps(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                steps.add(new Step(' ', before.get(i), i++, j++));
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                steps.add(new Step('-', before.get(i), i++, j));
            } else {
                steps.add(new Step('+', after.get(j), i, j++));
            }
        }
        return steps;
    }
}
