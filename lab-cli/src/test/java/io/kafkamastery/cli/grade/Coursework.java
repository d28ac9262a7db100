package io.kafkamastery.cli.grade;

import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A submission made of what the course has written for its own labs, and what it deserves: solutions and alternatives
 * everything, mistakes all but the criterion that catches them.
 */
final class Coursework {

    private static final String MET = "met";
    private static final String NOT_MET = "not-met";
    private static final String TO_DO = "to-do";

    private static final Pattern LABEL =
            Pattern.compile("(?s)@(Mistake|Alternative)\\(.*?\\)\\s*(?=(public |final |abstract |class ))");
    private static final Pattern IMPORT_OF_LABEL =
            Pattern.compile("import io\\.kafkamastery\\.kit\\.lab\\.(Mistake|Alternative);\n");
    private static final Pattern CAUGHT_BY = Pattern.compile("caughtBy = \"([^\"]*)\"");

    private final Course course;
    private final Path folder;
    private final Map<String, String> expected = new TreeMap<>();

    /** An empty one; nothing is done in any of these labs yet. */
    Coursework(Course course, List<LabSheet> labs, Path folder) throws IOException {
        this.course = course;
        this.folder = Files.createDirectories(folder);
        labs.forEach(lab -> expect(lab, TO_DO));
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Verdicts, by criterion. */
    Map<String, String> expected() {
        return expected;
    }

    Coursework untouched(LabSheet lab) throws IOException {
        return write(lab, lab.starter().getFileName().toString(), Files.readString(lab.starter()));
    }

    /** Somebody has looked at it, and left a note. */
    Coursework begun(LabSheet lab) throws IOException {
        return write(lab, lab.starter().getFileName().toString(), Files.readString(lab.starter()) + "// tomorrow\n");
    }

    Coursework solved(LabSheet lab) throws IOException {
        String solution = lab.contract().getFileName().toString().replace(".java", "Solution");
        writeSolution(lab, solution, starterName(lab));
        return expect(lab, MET);
    }

    /** In another style; which one is chosen by the number. */
    Coursework solvedOtherwise(LabSheet lab, int number) throws IOException {
        List<Path> alternatives = sources(tests(lab, "alternatives"));
        writeAs(lab, alternatives.get(number % alternatives.size()));
        return expect(lab, MET);
    }

    /** By a mistake that fails a single criterion, as the others of its lab do not touch what it gets wrong. */
    Coursework wrong(LabSheet lab, String mistake) throws IOException {
        Path file = tests(lab, "mistakes").resolve(mistake + ".java");
        Matcher caughtBy = CAUGHT_BY.matcher(Files.readString(file));
        caughtBy.find();
        for (Path other : sources(file.getParent())) {
            if (!Files.readString(other).contains("@Mistake(")) {
                write(lab, other.getFileName().toString(), asLearners(Files.readString(other)));
            }
        }
        writeAs(lab, file);
        writeSolution(lab, "", "");
        expect(lab, MET);
        expected.put(caughtBy.group(1), NOT_MET);
        return this;
    }

    Coursework notCompiling(LabSheet lab) throws IOException {
        write(lab, "Draft.java", "final class Draft {\n    int answer = \"forty-two\";\n}\n");
        return solved(lab).expect(lab, NOT_MET);
    }

    Coursework notAllowed(LabSheet lab) throws IOException {
        write(lab, "Quit.java", "final class Quit {\n    static {\n        System.exit(0);\n    }\n}\n");
        return solved(lab).expect(lab, NOT_MET);
    }

    private Coursework expect(LabSheet lab, String verdict) {
        lab.criteria().forEach(criterion -> expected.put(lab.id() + "." + criterion.letter(), verdict));
        return this;
    }

    private void writeAs(LabSheet lab, Path file) throws IOException {
        String name = file.getFileName().toString().replace(".java", "");
        String text = asLearners(Files.readString(file)).replaceAll("\\b" + name + "\\b", starterName(lab));
        write(lab, starterName(lab) + ".java", text);
        if (text.contains("Solution")) {
            writeSolution(lab, "", "");
        }
    }

    private void writeSolution(LabSheet lab, String name, String newName) throws IOException {
        for (Path file : sources(lab.starter().getParent().resolveSibling("solution"))) {
            String text = asLearners(Files.readString(file));
            String fileName = file.getFileName().toString();
            write(
                    lab,
                    name.isEmpty() ? fileName : fileName.replace(name, newName),
                    name.isEmpty() ? text : text.replaceAll("\\b" + name + "\\b", newName));
        }
    }

    private static String asLearners(String text) {
        String moved = text.replaceAll("\\.(solution|mistakes|alternatives)([.;])", ".starter$2");
        return LABEL.matcher(IMPORT_OF_LABEL.matcher(moved).replaceAll("")).replaceAll("");
    }

    private static String starterName(LabSheet lab) {
        return lab.starter().getFileName().toString().replace(".java", "");
    }

    private static Path tests(LabSheet lab, String room) {
        String main = lab.starter().getParent().resolveSibling(room).toString();
        return Path.of(main.replace("src/main/java", "src/test/java"));
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    private Coursework write(LabSheet lab, String name, String text) throws IOException {
        Path starters = folder.resolve(
                course.root().relativize(lab.starter().getParent().normalize()).toString());
        Files.createDirectories(starters);
        Files.writeString(starters.resolve(name), text);
        return this;
    }
}
