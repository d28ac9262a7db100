package io.kafkamastery.cli.handout;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of the course is the learner's to change, and what has to be met. A handout carries a copy; who grades makes it anew
 * from their own course, and never reads the one that came back.
 */
@JsonPropertyOrder({"schema", "labs"})
public record Manifest(int schema, List<Lab> labs) {

    public static final int SCHEMA = 1;
    public static final String FILE = "handout.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Packages below the starter's and a class: nothing that a shell, a compiler or a page could take for more. */
    private static final Pattern JAVA_FILE =
            Pattern.compile("(?:[A-Za-z_][A-Za-z0-9_]*/)*[A-Za-z_$][A-Za-z0-9_$]*\\.java|"
                    + "(?:[A-Za-z_][A-Za-z0-9_]*/)*package-info\\.java");

    /**
     * One lab.
     *
     * @param folder whose Java files are the learner's, below the root of the course, with slashes
     * @param starters the files in it as they are handed out, by name, with their SHA-256
     */
    @JsonPropertyOrder({"id", "title", "week", "folder", "starters", "criteria"})
    public record Lab(
            String id,
            String title,
            String week,
            String folder,
            Map<String, String> starters,
            List<Criterion> criteria) {

        /** The package that all of the lab stands in; the learner's part is the package {@code starter} below it. */
        public String packageName() {
            String starterPackage = starterPackage();
            return starterPackage.substring(0, starterPackage.lastIndexOf('.'));
        }

        public String starterPackage() {
            return folder.substring(folder.indexOf(SOURCES) + SOURCES.length()).replace('/', '.');
        }

        /** Whether these are the starters as they were handed out, or some of them, or none. */
        public boolean isUntouched(Map<String, byte[]> files) {
            return files.entrySet().stream()
                    .allMatch(file -> digest(file.getValue()).equals(starters.get(file.getKey())));
        }

        /** The path below the lab's folder, if that file of the course is the learner's. */
        public Optional<String> nameOf(String path) {
            return Optional.of(path)
                    .filter(file -> file.startsWith(folder + "/"))
                    .map(file -> file.substring(folder.length() + 1))
                    .filter(name -> JAVA_FILE.matcher(name).matches());
        }
    }

    /** One success criterion. */
    public record Criterion(String id, String text) {}

    private static final String SOURCES = "src/main/java/";

    /** Of these weeks, as they are now. */
    public static Manifest of(Course course, List<Week> weeks) {
        List<Lab> labs = new ArrayList<>();
        for (Week week : weeks) {
            week.labs().forEach(sheet -> labs.add(lab(course, week, sheet)));
        }
        return new Manifest(SCHEMA, List.copyOf(labs));
    }

    private static Lab lab(Course course, Week week, LabSheet sheet) {
        Path folder = sheet.starter().getParent().normalize();
        return new Lab(
                sheet.id(),
                sheet.title(),
                week.folder().getFileName().toString(),
                slashes(course.root().relativize(folder)),
                starters(folder),
                sheet.criteria().stream()
                        .map(criterion -> new Criterion(criterion.letter(), criterion.text()))
                        .toList());
    }

    private static Map<String, String> starters(Path folder) {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(slashes(folder.relativize(file)), digest(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }

    /** The SHA-256 of a file's text, whichever way its lines end. */
    public static String digest(byte[] text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte letter : text) {
                if (letter != '\r') {
                    digest.update(letter);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    String toJson() throws IOException {
        return JSON.writeValueAsString(this) + "\n";
    }
}
