package io.kafkamastery.cli.course;

import io.kafkamastery.cli.Nearest;
import io.kafkamastery.cli.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole course, as it lies in its folder. */
public final class Course {

    private static final Pattern WEEK_FOLDER = Pattern.compile("week-(\\d+)-(.+)");

    private final Path root;

    public Course(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** Where the learner's own state is kept: progress, the cluster, and what commands need to be quick. */
    public Path state() {
        return root.resolve(".lab");
    }

    /** The weeks that there are, by number. */
    public List<Week> weeks() {
        List<Week> weeks = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "week-*")) {
            for (Path folder : folders) {
                Matcher name = WEEK_FOLDER.matcher(folder.getFileName().toString());
                if (name.matches() && Files.exists(folder.resolve("pom.xml"))) {
                    weeks.add(new Week(
                            Integer.parseInt(name.group(1)), name.group(2).replace('-', ' '), folder));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        weeks.sort(Comparator.comparingInt(Week::number));
        return weeks;
    }

    /**
     * The lab with that number.
     *
     * @throws Refusal if there is none, listing those that come near
     */
    public LabSheet lab(String id) {
        List<LabSheet> all =
                weeks().stream().flatMap(week -> week.labs().stream()).toList();
        return all.stream()
                .filter(lab -> lab.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no lab " + id + "." + advice(id, all)));
    }

    /** The first lab, for whoever has done all. */
    public LabSheet anyLab() {
        return weeks().stream()
                .flatMap(week -> week.labs().stream())
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no lab in " + root + ". Is this the whole course?"));
    }

    private static String advice(String id, List<LabSheet> all) {
        List<String> ids = all.stream().map(LabSheet::id).toList();
        if (!id.matches("\\d+\\.\\d+")) {
            return Nearest.question(id, ids).isEmpty()
                    ? " A lab is called by week and number, for example " + (ids.isEmpty() ? "1.3" : ids.get(0)) + "."
                    : Nearest.question(id, ids);
        }
        String week = id.substring(0, id.indexOf('.'));
        List<String> sameWeek =
                ids.stream().filter(other -> other.startsWith(week + ".")).toList();
        return sameWeek.isEmpty()
                ? " There are labs " + String.join(", ", ids) + "."
                : " Week " + week + " has labs " + String.join(", ", sameWeek) + ".";
    }

    /** The week that a lab belongs to. */
    public Week weekOf(LabSheet lab) {
        return weeks().stream()
                .filter(week -> week.number() == lab.week())
                .findFirst()
                .orElseThrow();
    }

    /** A path as it is shown to somebody who stands in that folder: clickable in most terminals. */
    public String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }
}
