package io.kafkamastery.cli.grade.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.build.CompileError;
import io.kafkamastery.cli.build.Javac;
import io.kafkamastery.kit.lab.Alternative;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Mistake;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;

/**
 * Whatever the course itself has written for its labs passes the inspection: starters, solutions, alternatives and mistakes,
 * some five hundred programs by many hands. A learner who writes one of them must not be refused.
 */
class CourseInspectionTest {

    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();

    /** What is refused although a learner might write it, and why. By the program's name. */
    private static final Map<String, String> REFUSED = Map.of(
            "TakesAClosedPortForAFailover", "opens a socket: graded code reaches the cluster by Kafka's clients only");

    /** The packages of a lab that hold programs. */
    private static final Pattern PROGRAM = Pattern.compile("(.*)\\.(starter|solution|alternatives|mistakes)\\.[^.]*");

    @TempDir
    Path classes;

    static List<Path> weeks() throws IOException {
        try (Stream<Path> folders = Files.list(COURSE)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("week-"))
                    .filter(folder -> Files.isDirectory(folder.resolve("labs")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("weeks")
    void refusesNoProgramOfTheCourse(Path week) throws Exception {
        Map<String, byte[]> compiled = compile(week);
        List<byte[]> programs = new ArrayList<>();
        Set<String> rooms = new TreeSet<>();
        Set<String> given = new HashSet<>(Set.of(Mistake.class.getName(), Alternative.class.getName()));
        compiled.forEach((name, bytes) -> {
            Matcher program = PROGRAM.matcher(name);
            if (program.matches()) {
                programs.add(bytes);
                rooms.add(name.substring(0, name.lastIndexOf('.')));
            } else {
                given.add(name);
            }
        });
        Set<String> refused = new TreeSet<>();
        try (URLClassLoader library = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            for (Map.Entry<String, List<String>> lab :
                    permissions(compiled, library).entrySet()) {
                new Inspector(Rules.forLabs(given, lab.getValue()), library)
                        .inspect(programs, rooms, name -> name.startsWith(lab.getKey() + ".")).stream()
                                .filter(violation -> !REFUSED.containsKey(simple(violation.type())))
                                .map(violation -> violation.type() + ": " + violation.sentence())
                                .forEach(refused::add);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(programs).as("programs in %s", week).hasSizeGreaterThan(8 * 10);
    }

    /** By each lab's package. */
    private static Map<String, List<String>> permissions(Map<String, byte[]> compiled, ClassLoader library)
            throws ClassNotFoundException {
        Map<String, List<String>> permissions = new TreeMap<>();
        for (String name : compiled.keySet()) {
            if (name.endsWith("LabTest")) {
                Lab lab = Class.forName(name, false, library).getAnnotation(Lab.class);
                permissions.put(
                        name.substring(0, name.lastIndexOf('.')),
                        Stream.of(lab.permits()).map(Rules::sectionOf).toList());
            }
        }
        assertThat(permissions).hasSize(8);
        return permissions;
    }

    private Map<String, byte[]> compile(Path week) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : List.of(COURSE.resolve("kestrel/src/main/java"), week.resolve("src"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        assertThat(new Javac().compile(sources, classPath, classes))
                .extracting(CompileError::text)
                .isEmpty();
        Map<String, byte[]> compiled = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                compiled.put(new ClassReader(bytes).getClassName().replace('/', '.'), bytes);
            }
        }
        return compiled;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
    }
}
