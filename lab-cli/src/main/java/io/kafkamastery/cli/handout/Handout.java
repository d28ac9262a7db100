package io.kafkamastery.cli.handout;

import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.Week;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the course, ready to be given to learners: it builds and checks by itself, and holds no answers. */
public final class Handout {

    private static final Pattern MODULE = Pattern.compile("\\s*<module>(week-[^<]*)</module>\\s*?\\n");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\((?!https?:|#)([^)#\\s]+)(#[^)]*)?\\)");
    /** The fence of a code block that shows a file. */
    private static final Pattern SHOWN = Pattern.compile("(?m)^(\\s*```\\w+) source=([^#\\s]+)\\S*");
    /** In pages, what only authors need. */
    private static final Pattern FOR_AUTHORS = Pattern.compile(
            "(?s)<!-- for authors -->.*?<!-- end -->\\n*|(?m)^\\| `-D(lab\\.variant|proof\\.)[^\\n]*\\n");

    private final Course course;
    private final List<Week> weeks;
    private final SortedSet<String> files;

    private Handout(Course course, List<Week> weeks, SortedSet<String> files) {
        this.course = course;
        this.weeks = weeks;
        this.files = files;
    }

    /** Of these weeks, from the course as it lies there. */
    public static Handout of(Course course, List<Week> weeks) {
        return new Handout(course, weeks, new CourseFiles(course.root()).forLearnersOf(weeks));
    }

    /** As {@link #of}, for learners: starters have to be as they were committed. */
    static Handout toGiveAway(Course course, List<Week> weeks) {
        new CourseFiles(course.root()).refuseIfStartersWereChanged();
        return of(course, weeks);
    }

    public Manifest manifest() {
        return Manifest.of(course, weeks);
    }

    int size() {
        return files.size() + 1;
    }

    /** Writes it into a folder that is empty or does not exist yet. */
    public void writeTo(Path folder) throws IOException {
        for (String file : files) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Path source = course.root().resolve(file);
            if (file.equals("pom.xml")) {
                Files.writeString(target, withoutOtherWeeks(Files.readString(source)));
            } else if (file.endsWith(".md")) {
                Files.writeString(target, withoutDeadEnds(file, Files.readString(source)));
            } else {
                Files.copy(source, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.write(folder.resolve(Manifest.FILE), manifest().toJson().getBytes(StandardCharsets.UTF_8));
    }

    private String withoutOtherWeeks(String pom) {
        List<String> kept = weeks.stream()
                .map(week -> week.folder().getFileName().toString())
                .toList();
        return MODULE.matcher(pom)
                .replaceAll(module -> kept.contains(module.group(1)) ? Matcher.quoteReplacement(module.group()) : "\n");
    }

    /** A link to what is not handed out becomes plain text. */
    private String withoutDeadEnds(String page, String text) {
        Path folder = course.root().resolve(page).getParent();
        String forLearners = FOR_AUTHORS.matcher(text).replaceAll("");
        String linked = LINK.matcher(forLearners)
                .replaceAll(link -> Matcher.quoteReplacement(
                        isThere(folder.resolve(link.group(2))) ? link.group() : link.group(1)));
        return SHOWN.matcher(linked)
                .replaceAll(fence ->
                        Matcher.quoteReplacement(mayBeShown(page, fence.group(2)) ? fence.group() : fence.group(1)));
    }

    private boolean isThere(Path target) {
        String path = Manifest.slashes(course.root().relativize(target.normalize()));
        return files.contains(path) || files.stream().anyMatch(file -> file.startsWith(path + "/"));
    }

    /** A page names such files from its week's folder, or from the root. */
    private boolean mayBeShown(String page, String file) {
        Path week = course.root().resolve(page.substring(0, Math.max(0, page.indexOf('/'))));
        return isThere(week.resolve(file)) || isThere(course.root().resolve(file));
    }
}
