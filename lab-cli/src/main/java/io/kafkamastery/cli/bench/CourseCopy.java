package io.kafkamastery.cli.bench;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.build.WeekBuild;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A course to play with in a temporary folder, so that nothing of the learner's is touched. */
final class CourseCopy implements AutoCloseable {

    private final Path root;

    private CourseCopy(Path root) {
        this.root = root;
    }

    /** One without any week: enough for a cluster. */
    static CourseCopy empty(Course original) throws IOException {
        Path root = Files.createTempDirectory("lab-bench-");
        for (String module : List.of("", "kestrel", "lab-kit")) {
            Path folder = Files.createDirectories(root.resolve(module));
            Files.createDirectories(folder.resolve("src/main"));
            Files.copy(original.root().resolve(module).resolve("pom.xml"), folder.resolve("pom.xml"));
        }
        return new CourseCopy(root);
    }

    /** One with a week in which the learner has written the solution of that lab. */
    static CourseCopy of(Course original, LabSheet lab) throws IOException {
        Week week = original.weekOf(lab);
        // What the original is compiled to and with is taken as it is.
        WeekBuild build = new WeekBuild(Terminal.silent(), original, week);
        build.compile(List.of());
        CourseCopy copy = empty(original);
        for (String part : List.of("pom.xml", "labs", "src", "target/classes", "target/test-classes")) {
            copyTree(week.folder().resolve(part), copy.folder(week).resolve(part));
        }
        Path classPath = copy.folder(week).resolve("target/lab-class-path");
        Files.copy(week.folder().resolve("target/lab-class-path"), classPath);
        Files.setLastModifiedTime(classPath, FileTime.from(Instant.now().plusSeconds(60)));
        copy.writeSolutionAsStarter(lab, week);
        return copy;
    }

    private Path folder(Week week) {
        return root.resolve(week.folder().getFileName());
    }

    private void writeSolutionAsStarter(LabSheet lab, Week week) throws IOException {
        Path starter = starter(lab, week);
        String name = starter.getFileName().toString().replace(".java", "");
        String solution = name.substring("My".length()) + "Solution";
        try (Stream<Path> files = Files.list(lab.starter().getParent().resolveSibling("solution"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file)
                        .replace(".solution;", ".starter;")
                        .replaceAll("\\b" + solution + "\\b", name);
                String target = file.getFileName().toString().replace(solution, name);
                Files.writeString(starter.resolveSibling(target), text);
            }
        }
    }

    /** The file that is saved again and again. */
    Path starter(LabSheet lab, Week week) {
        return folder(week).resolve(week.folder().relativize(lab.starter()));
    }

    /** This program on the copy: a command to be started. */
    List<String> lab(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8"));
        String archive = System.getProperty("lab.archive");
        if (archive != null) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Dlab.archive=" + archive));
        }
        command.addAll(List.of("-Dlab.root=" + root, "-cp", System.getProperty("java.class.path")));
        command.add(io.kafkamastery.cli.Lab.class.getName());
        command.addAll(List.of(words));
        return command;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
