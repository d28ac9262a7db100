package io.kafkamastery.cli.build;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.Week;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a week's code is compiled against and runs with. Maven knows; its answer is kept until something it read changes. */
final class WeekClassPath {

    private static final String FILE = "target/lab-class-path";
    /** The modules that a week may depend on: their classes are part of its class path. */
    private static final List<String> MODULES = List.of("kestrel", "lab-kit");

    private final Terminal terminal;
    private final Course course;
    private final Week week;

    WeekClassPath(Terminal terminal, Course course, Week week) {
        this.terminal = terminal;
        this.course = course;
        this.week = week;
    }

    /** All that is not the week's own: jars, and the classes of the course's other modules. */
    List<Path> dependencies() {
        Path file = week.folder().resolve(FILE);
        if (!isCurrent(file)) {
            terminal.remark("Asking Maven for the class path of week " + week.number() + " …");
            new Maven(course.root())
                    .run(List.of(
                            "test-compile",
                            "dependency:build-classpath",
                            "-pl",
                            ":" + week.module(),
                            "-Dmdep.outputFile=" + FILE,
                            "-Dmdep.includeScope=test",
                            // Written even if nothing has changed: that it is young says that it is current.
                            "-Dmdep.regenerateFile=true",
                            // Errors in the learner's code are for the compiler to tell, not for Maven.
                            "-Dmaven.compiler.failOnError=false"));
        }
        return read(file);
    }

    private boolean isCurrent(Path file) {
        try {
            FileTime asked = Files.getLastModifiedTime(file);
            List<Path> inputs = new ArrayList<>(
                    List.of(course.root().resolve("pom.xml"), week.folder().resolve("pom.xml")));
            for (String module : MODULES) {
                inputs.add(course.root().resolve(module).resolve("pom.xml"));
                inputs.addAll(all(course.root().resolve(module).resolve("src/main")));
            }
            for (Path input : inputs) {
                if (Files.getLastModifiedTime(input).compareTo(asked) > 0) {
                    return false;
                }
            }
            return read(file).stream().allMatch(Files::exists);
        } catch (IOException | UncheckedIOException neverAsked) {
            return false;
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    private static List<Path> read(Path file) {
        try {
            return Stream.of(Files.readString(file).strip().split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
