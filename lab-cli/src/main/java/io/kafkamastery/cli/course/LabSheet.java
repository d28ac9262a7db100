package io.kafkamastery.cli.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lab, as far as its page says. The proof sees to it that page and tests say the same.
 *
 * @param id for example {@code 1.3}
 * @param starter the file that the learner edits
 * @param contract the file that says what to do
 */
public record LabSheet(
        String id, String title, int minutes, Path page, Path starter, Path contract, List<Criterion> criteria) {

    private static final Pattern TITLE = Pattern.compile("# Lab (\\d+\\.\\d+): (.*)");
    private static final Pattern MINUTES = Pattern.compile("\\*\\*(\\d+) minutes\\*\\*");
    private static final Pattern SOURCE_LINK = Pattern.compile("\\]\\((\\.\\./src/main/java/[^)]*\\.java)\\)");
    private static final Pattern CRITERION = Pattern.compile("- \\[ ] \\*\\*\\d+\\.\\d+\\.([a-z])\\*\\* (.*)");

    /** One success criterion. */
    public record Criterion(String letter, String text) {}

    public LabSheet {
        criteria = List.copyOf(criteria);
    }

    public int week() {
        return Integer.parseInt(id.substring(0, id.indexOf('.')));
    }

    public int number() {
        return Integer.parseInt(id.substring(id.indexOf('.') + 1));
    }

    /** The starter's class, with its package. */
    public String starterClass() {
        String path = starter.toString().replace('\\', '/');
        String type = path.substring(path.indexOf("src/main/java/") + "src/main/java/".length());
        return type.substring(0, type.length() - ".java".length()).replace('/', '.');
    }

    /** The package that all of the lab stands in. */
    public String packageName() {
        String starterPackage = starterClass().substring(0, starterClass().lastIndexOf('.'));
        return starterPackage.substring(0, starterPackage.lastIndexOf('.'));
    }

    /** Reads a page; nothing if it is no lab's. */
    static Optional<LabSheet> read(Path page) {
        try {
            return read(page, Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<LabSheet> read(Path page, String text) {
        Matcher title = TITLE.matcher(text.lines().findFirst().orElse(""));
        Matcher minutes = MINUTES.matcher(text);
        List<Path> links = new ArrayList<>();
        Matcher link = SOURCE_LINK.matcher(text);
        while (link.find()) {
            links.add(page.resolveSibling(link.group(1)).normalize());
        }
        Optional<Path> starter = links.stream()
                .filter(file -> file.toString().contains("starter"))
                .findFirst();
        if (!title.matches() || starter.isEmpty()) {
            return Optional.empty();
        }
        Path contract = links.stream()
                .filter(file -> !file.toString().contains("starter"))
                .findFirst()
                .orElse(starter.get());
        return Optional.of(new LabSheet(
                title.group(1),
                title.group(2),
                minutes.find() ? Integer.parseInt(minutes.group(1)) : 0,
                page,
                starter.get(),
                contract,
                criteria(text)));
    }

    private static List<Criterion> criteria(String text) {
        return text.lines()
                .map(CRITERION::matcher)
                .filter(Matcher::matches)
                .map(found -> new Criterion(found.group(1), found.group(2)))
                .toList();
    }
}
