package io.kafkamastery.cli.grade;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for folders out of names that learners chose: every file system takes them, and no two are the same. */
final class FolderNames {

    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    String next(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]+", "_");
        String cut = safe.isEmpty() ? "submission" : safe.substring(0, Math.min(LONGEST, safe.length()));
        String folder = cut;
        for (int number = 2; !taken.add(folder.toLowerCase(Locale.ROOT)); number++) {
            folder = cut + "-" + number;
        }
        return folder;
    }
}
