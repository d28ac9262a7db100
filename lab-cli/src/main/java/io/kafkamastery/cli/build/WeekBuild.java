package io.kafkamastery.cli.build;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings a week's classes up to date. Each starter is compiled on its own, so that an error in one lab does not keep
 * another from being checked, and so that a change to it costs no more than its own compilation.
 */
public final class WeekBuild {

    private final Terminal terminal;
    private final Course course;
    private final Week week;
    private final Javac javac = Javac.keepingLibrariesOpen();
    private final SourceStates states;

    public WeekBuild(Terminal terminal, Course course, Week week) {
        this.terminal = terminal;
        this.course = course;
        this.week = week;
        this.states = new SourceStates(week.folder().resolve("target/lab-compiled"));
    }

    /** What the week's code runs with: its own classes and resources first. Not the kit, which this program brings. */
    public List<Path> classPath() {
        List<Path> all = new ArrayList<>(List.of(week.testClasses(), week.mainClasses()));
        Stream.of("src/test/resources", "src/main/resources")
                .map(week.folder()::resolve)
                .filter(Files::isDirectory)
                .forEach(all::add);
        all.addAll(libraries());
        return all;
    }

    /** The part of the class path that is not the week's own. */
    public List<Path> libraries() {
        return dependencies().stream()
                .filter(path -> !path.startsWith(course.root().resolve("lab-kit")))
                .toList();
    }

    private List<Path> dependencies() {
        return new WeekClassPath(terminal, course, week).dependencies();
    }

    /** Compiles what has changed, of these labs and of all that they share. */
    public Compiled compile(Collection<LabSheet> labs) {
        List<Path> dependencies = dependencies(); // may compile with Maven, so it comes before looking at what is stale
        Map<Path, Long> now = new TreeMap<>(SourceStates.of(week.mainSources()));
        now.putAll(SourceStates.of(week.testSources()));
        Map<Path, Long> compiled = states.compiled();
        if (!shared(now).equals(shared(compiled)) || Files.notExists(week.testClasses())) {
            List<CompileError> errors = compileShared(now, dependencies);
            if (!errors.isEmpty()) {
                return new Compiled(errors, Map.of());
            }
            compiled.keySet().removeIf(source -> !isStarter(source));
            compiled.putAll(shared(now));
        }
        Map<LabSheet, List<CompileError>> broken = new LinkedHashMap<>();
        for (LabSheet lab : labs) {
            List<CompileError> errors = compileStarter(lab.starter().getParent(), now, compiled, dependencies);
            if (!errors.isEmpty()) {
                broken.put(lab, errors);
            }
        }
        states.write(compiled);
        return new Compiled(List.of(), broken);
    }

    /**
     * Compiles a starter for nothing. The first compilation in a JVM takes seconds on a busy machine, as it reads all the
     * libraries: better now than when a learner waits for it.
     */
    public void warmUp(LabSheet lab) {
        Path starter = lab.starter().getParent();
        List<Path> classPath = new ArrayList<>(List.of(week.mainClasses()));
        classPath.addAll(dependencies());
        try {
            Path nowhere = Files.createTempDirectory("lab-warm-up-");
            try {
                javac.compile(SourceStates.of(starter).keySet(), classPath, nowhere);
            } finally {
                deleteTree(nowhere);
            }
        } catch (IOException | Refusal coldThen) {
            // The next compilation takes longer, and says itself what is wrong.
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static boolean isStarter(Path source) {
        return source.getParent().endsWith("starter");
    }

    /** All but the starters. */
    private static Map<Path, Long> shared(Map<Path, Long> sources) {
        return sources.entrySet().stream()
                .filter(entry -> !isStarter(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Contracts, solutions and tests. */
    private List<CompileError> compileShared(Map<Path, Long> sources, List<Path> dependencies) {
        List<Path> main = new ArrayList<>();
        List<Path> test = new ArrayList<>();
        shared(sources).keySet().forEach(source -> (source.startsWith(week.mainSources()) ? main : test).add(source));
        List<Path> classPath = new ArrayList<>(List.of(week.mainClasses()));
        classPath.addAll(dependencies);
        List<CompileError> errors = javac.compile(main, classPath, week.mainClasses());
        return errors.isEmpty() && !test.isEmpty() ? javac.compile(test, classPath, week.testClasses()) : errors;
    }

    private List<CompileError> compileStarter(
            Path folder, Map<Path, Long> now, Map<Path, Long> compiled, List<Path> dependencies) {
        Map<Path, Long> sources = in(folder, now);
        Path classes = week.mainClasses().resolve(week.mainSources().relativize(folder));
        if (sources.equals(in(folder, compiled)) && Files.isDirectory(classes)) {
            return List.of();
        }
        compiled.keySet().removeAll(in(folder, compiled).keySet());
        deleteClasses(classes);
        List<Path> classPath = new ArrayList<>(List.of(week.mainClasses()));
        classPath.addAll(dependencies);
        List<CompileError> errors = javac.compile(sources.keySet(), classPath, week.mainClasses());
        if (errors.isEmpty()) {
            compiled.putAll(sources);
        }
        return errors;
    }

    private static Map<Path, Long> in(Path folder, Map<Path, Long> sources) {
        return sources.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(folder))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of sources that are gone must not be found any more. */
    private static void deleteClasses(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
