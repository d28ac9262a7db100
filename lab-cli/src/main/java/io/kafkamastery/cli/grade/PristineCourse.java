package io.kafkamastery.cli.grade;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.build.CompileError;
import io.kafkamastery.cli.build.Javac;
import io.kafkamastery.cli.build.WeekBuild;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.cli.grade.inspect.Rules;
import io.kafkamastery.cli.handout.Handout;
import io.kafkamastery.cli.handout.Manifest;
import io.kafkamastery.kit.lab.Lab;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the course that nobody has touched, compiled once for all submissions: contracts and tests, without starters,
 * and without any solution that could be found in it.
 */
final class PristineCourse {

    private final Path root;
    private final Manifest manifest;
    private final Map<String, PristineWeek> weeks = new LinkedHashMap<>();

    /**
     * A week of it.
     *
     * @param name of its folder
     * @param given classes that learners' code may use
     * @param classPath what tests run with
     * @param testClasses the tests of each lab
     * @param permissions what each lab says that its code has to be allowed
     */
    record PristineWeek(
            String name,
            List<Manifest.Lab> labs,
            List<Path> given,
            List<Path> classPath,
            Map<String, String> testClasses,
            Map<String, List<String>> permissions) {}

    private PristineCourse(Path root, Manifest manifest) {
        this.root = root;
        this.manifest = manifest;
    }

    /** @param root where to put it */
    static PristineCourse prepare(Terminal terminal, Course course, List<Week> weeks, Path root) throws IOException {
        Handout handout = Handout.of(course, weeks);
        handout.writeTo(root);
        PristineCourse pristine = new PristineCourse(root, handout.manifest());
        Course copy = new Course(root);
        for (Week week : weeks) {
            List<Path> libraries = new WeekBuild(terminal, course, week).libraries();
            Week copied = copy.weeks().stream()
                    .filter(other -> other.number() == week.number())
                    .findFirst()
                    .orElseThrow();
            pristine.compile(copied, libraries);
        }
        return pristine;
    }

    /** Changes if anything in it does, as nobody may. */
    String fingerprint() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    Manifest manifest() {
        return manifest;
    }

    List<PristineWeek> weeks() {
        return List.copyOf(weeks.values());
    }

    /** A starter as it was handed out. */
    byte[] starter(Manifest.Lab lab, String name) throws IOException {
        return Files.readAllBytes(root.resolve(lab.folder()).resolve(name));
    }

    private void compile(Week week, List<Path> libraries) throws IOException {
        String name = week.folder().getFileName().toString();
        List<Manifest.Lab> labs =
                manifest.labs().stream().filter(lab -> lab.week().equals(name)).toList();
        List<Path> starters =
                labs.stream().map(lab -> root.resolve(lab.folder())).toList();
        List<Path> main = sources(week.mainSources()).stream()
                .filter(file -> starters.stream().noneMatch(file::startsWith))
                .toList();
        compile(main, libraries, week.mainClasses());
        List<Path> classPath = new ArrayList<>(List.of(week.mainClasses()));
        classPath.addAll(libraries);
        List<Path> withKit = new ArrayList<>(classPath);
        withKit.add(kit());
        compile(sources(week.testSources()), withKit, week.testClasses());
        List<Path> running = new ArrayList<>(List.of(week.testClasses()));
        Stream.of("src/test/resources", "src/main/resources")
                .map(week.folder()::resolve)
                .filter(Files::isDirectory)
                .forEach(running::add);
        running.addAll(classPath);
        List<Path> given = Stream.concat(Stream.of(week.mainClasses()), modulesOfTheCourse(libraries))
                .toList();
        Map<String, String> tests = testClasses(week, labs);
        weeks.put(name, new PristineWeek(name, labs, given, running, tests, permissions(tests, running)));
    }

    /** What weeks share, such as the domain; not the kit, nor this program. */
    private static Stream<Path> modulesOfTheCourse(List<Path> libraries) {
        Set<Path> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .collect(Collectors.toSet());
        return libraries.stream().filter(Files::isDirectory).filter(folder -> !own.contains(folder.toAbsolutePath()));
    }

    /** Where this program has it from. */
    private static Path kit() {
        try {
            return Path.of(Lab.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the tests: what a task needs is part of the task. */
    private static Map<String, List<String>> permissions(Map<String, String> testClasses, List<Path> classPath)
            throws IOException {
        Map<String, List<String>> permissions = new LinkedHashMap<>();
        try (URLClassLoader loader = new URLClassLoader(urls(classPath), PristineCourse.class.getClassLoader())) {
            for (Map.Entry<String, String> test : testClasses.entrySet()) {
                Lab lab = Class.forName(test.getValue(), false, loader).getAnnotation(Lab.class);
                permissions.put(
                        test.getKey(),
                        Stream.of(lab.permits()).map(Rules::sectionOf).toList());
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A test was compiled and is not there", e);
        }
        return permissions;
    }

    private static URL[] urls(List<Path> classPath) throws IOException {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        return urls;
    }

    private static void compile(List<Path> sources, List<Path> classPath, Path classes) {
        if (sources.isEmpty()) {
            return;
        }
        List<CompileError> errors = new Javac().compile(sources, classPath, classes);
        if (!errors.isEmpty()) {
            throw new Refusal("The course itself does not compile, so that nothing can be graded:\n"
                    + errors.get(0).text());
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> testClasses(Week week, List<Manifest.Lab> labs) throws IOException {
        Map<String, String> classes = new LinkedHashMap<>();
        for (Manifest.Lab lab : labs) {
            Path folder = week.testSources().resolve(lab.packageName().replace('.', '/'));
            for (Path file : sources(folder)) {
                if (file.getFileName().toString().endsWith("LabTest.java")
                        && Files.readString(file).contains("@Lab(id = \"" + lab.id() + "\"")) {
                    String simple = file.getFileName().toString().replace(".java", "");
                    classes.put(lab.id(), lab.packageName() + "." + simple);
                }
            }
            if (!classes.containsKey(lab.id())) {
                throw new Refusal("Lab " + lab.id() + " has a page but no test in " + folder + ".");
            }
        }
        return classes;
    }
}
