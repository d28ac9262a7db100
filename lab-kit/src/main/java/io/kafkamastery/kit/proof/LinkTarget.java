package io.kafkamastery.kit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a link of a page leads: to a file of the course, to a heading in it, or out into the world. */
final class LinkTarget {

    private LinkTarget() {}

    /** What is wrong with a link; links to other sites are not followed. */
    static Optional<String> complaint(Path page, String destination) {
        if (destination.matches("[a-z][a-z0-9+.-]*:.*")) {
            return Optional.empty();
        }
        String decoded = URLDecoder.decode(destination.replace("+", "%2B"), StandardCharsets.UTF_8);
        int hash = decoded.indexOf('#');
        String file = hash < 0 ? decoded : decoded.substring(0, hash);
        Path target = file.isEmpty() ? page : page.getParent().resolve(file).normalize();
        if (!Files.exists(target)) {
            return Optional.of("the link " + destination + " leads to nothing");
        }
        if (hash >= 0 && target.toString().endsWith(".md")) {
            String anchor = decoded.substring(hash + 1);
            if (!anchors(target).contains(anchor)) {
                return Optional.of("the link " + destination + " leads to no heading of that page");
            }
        }
        return Optional.empty();
    }

    /** The anchors that GitHub and others make of headings: lower case, hyphens for blanks, no punctuation. */
    private static Set<String> anchors(Path page) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        boolean inBlock = false;
        for (String line : lines(page)) {
            if (line.startsWith("```")) {
                inBlock = !inBlock;
            }
            if (!inBlock && line.matches("#{1,6} .*")) {
                String anchor = line.replaceFirst("#+ ", "")
                        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\- _]", "")
                        .strip()
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    private static Iterable<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
