package io.kafkamastery.cli.grade.sandbox;

import io.kafkamastery.cli.build.CompileError;
import io.kafkamastery.cli.build.Javac;
import io.kafkamastery.cli.grade.inspect.Inspector;
import io.kafkamastery.cli.grade.inspect.Rewriter;
import io.kafkamastery.cli.grade.inspect.Rules;
import io.kafkamastery.cli.grade.inspect.Violation;
import io.kafkamastery.cli.grade.sandbox.GradeEvent.Reason;
import io.kafkamastery.cli.grade.sandbox.GradeEvent.Refused;
import io.kafkamastery.cli.grade.sandbox.GradeRequest.LabWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles, inspects and rewrites a learner's code of a week, before any of it runs. A lab that does not compile, or does what is not
 * allowed, is set aside; the others go on without it.
 */
final class Preparation {

    private static final int ERRORS_SHOWN = 5;
    private static final int VIOLATIONS_SHOWN = 8;

    private final Path sources;
    private final Path classes;
    private final List<Path> classPath;
    private final Set<String> given;
    private final ClassLoader library;
    private final Consumer<GradeEvent> refusals;

    Preparation(GradeRequest request, Set<String> given, ClassLoader library, Consumer<GradeEvent> refusals) {
        this.sources = Path.of(request.sources());
        this.classes = Path.of(request.classes());
        this.classPath = request.classPath().stream().map(Path::of).toList();
        this.given = given;
        this.library = library;
        this.refusals = refusals;
    }

    /** Returns the labs whose code may run. */
    List<LabWork> prepare(List<LabWork> labs) throws IOException {
        List<LabWork> left = new ArrayList<>(labs);
        boolean done = left.isEmpty();
        while (!done) {
            Set<LabWork> refused = compile(left);
            if (refused.isEmpty()) {
                refused = inspect(left);
            }
            left.removeAll(refused);
            done = refused.isEmpty() || left.isEmpty();
        }
        if (left.isEmpty()) {
            clear(classes);
        }
        for (String name : Classes.in(classes)) {
            Path file = file(name);
            Files.write(file, Rewriter.rewrite(Files.readAllBytes(file)));
        }
        return left;
    }

    private Set<LabWork> compile(List<LabWork> labs) throws IOException {
        clear(classes);
        List<CompileError> errors = new Javac().compile(filesOf(labs), classPath, classes);
        Set<LabWork> guilty = new LinkedHashSet<>();
        for (LabWork lab : labs) {
            List<CompileError> own = errors.stream()
                    .filter(error -> error.file()
                            .filter(file -> file.startsWith(folder(lab)))
                            .isPresent())
                    .toList();
            if (!own.isEmpty()) {
                guilty.add(lab);
                refusals.accept(new Refused(lab.id(), Reason.DOES_NOT_COMPILE, sentence(own)));
            }
        }
        if (guilty.isEmpty() && !errors.isEmpty()) {
            labs.forEach(lab -> refusals.accept(new Refused(lab.id(), Reason.DOES_NOT_COMPILE, sentence(errors))));
            guilty.addAll(labs);
        }
        return guilty;
    }

    private String sentence(List<CompileError> errors) {
        return errors.stream()
                .limit(ERRORS_SHOWN)
                .map(error -> error.text().replace(sources + java.io.File.separator, ""))
                .collect(Collectors.joining("\n"));
    }

    private Set<LabWork> inspect(List<LabWork> labs) throws IOException {
        List<byte[]> all = readAll();
        List<String> rooms = labs.stream().map(LabWork::starterPackage).toList();
        Set<LabWork> guilty = new LinkedHashSet<>();
        for (LabWork lab : labs) {
            Inspector inspector = new Inspector(Rules.forLabs(given, lab.permissions()), library);
            Collection<Violation> violations =
                    inspector.inspect(all, rooms, name -> name.startsWith(lab.starterPackage() + "."));
            if (!violations.isEmpty()) {
                guilty.add(lab);
                refusals.accept(new Refused(lab.id(), Reason.NOT_ALLOWED, violationsOf(violations)));
            }
        }
        if (guilty.isEmpty()) {
            guilty.addAll(strayingLabs(labs, rooms));
        }
        return guilty;
    }

    private static String violationsOf(Collection<Violation> violations) {
        String shown = violations.stream()
                .limit(VIOLATIONS_SHOWN)
                .map(Violation::sentence)
                .collect(Collectors.joining("\n"));
        int more = violations.size() - VIOLATIONS_SHOWN;
        return shown + (more > 0 ? "\nand " + more + " more" : "");
    }

    /** Labs that declare classes in packages that are not theirs, whose names do not say whose they are. */
    private Set<LabWork> strayingLabs(List<LabWork> labs, List<String> rooms) throws IOException {
        Set<LabWork> straying = new LinkedHashSet<>();
        if (stray(classes, rooms).isEmpty()) {
            return straying;
        }
        Path scratch = Files.createTempDirectory("lab-stray-");
        List<Path> withAll = new ArrayList<>(List.of(classes));
        withAll.addAll(classPath);
        for (LabWork lab : labs) {
            clear(scratch);
            new Javac().compile(filesOf(List.of(lab)), withAll, scratch);
            stray(scratch, List.of(lab.starterPackage())).ifPresent(name -> {
                straying.add(lab);
                refusals.accept(new Refused(
                        lab.id(),
                        Reason.NOT_ALLOWED,
                        "The class " + name + " stands outside the package " + lab.starterPackage()));
            });
        }
        clear(scratch);
        return straying.isEmpty() ? Set.copyOf(labs) : straying;
    }

    private static Optional<String> stray(Path folder, List<String> rooms) throws IOException {
        return Classes.in(folder).stream()
                .filter(name -> rooms.stream().noneMatch(room -> name.startsWith(room + ".")))
                .findFirst();
    }

    private List<byte[]> readAll() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (String name : Classes.in(classes)) {
            all.add(Files.readAllBytes(file(name)));
        }
        return all;
    }

    private Path file(String className) {
        return classes.resolve(className.replace('.', '/') + ".class");
    }

    private List<Path> filesOf(List<LabWork> labs) throws IOException {
        List<Path> files = new ArrayList<>();
        for (LabWork lab : labs) {
            try (Stream<Path> all = Files.walk(folder(lab))) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }

    private Path folder(LabWork lab) {
        return sources.resolve(lab.starterPackage().replace('.', '/'));
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
