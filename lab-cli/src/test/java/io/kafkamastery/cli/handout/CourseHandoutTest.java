package io.kafkamastery.cli.handout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.cli.course.Course;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handout of this very course, searched for answers and whatever leads to them. */
class CourseHandoutTest {

    private static final Pattern ANSWER = Pattern.compile(".*/(solution|mistakes|alternatives)/[^/]*\\.java");
    /** A name of several words: a class called Worker proves nothing. */
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\\b");

    private final Course course = new Course(Path.of("..").toAbsolutePath().normalize());

    @TempDir
    Path handout;

    @Test
    void holdsNoAnswersAndNamesNone() throws IOException {
        Handout.of(course, course.weeks()).writeTo(handout);
        List<Path> files = files(handout);
        assertThat(files)
                .extracting(file -> "/" + Manifest.slashes(handout.relativize(file)))
                .contains("/handout.json")
                .noneMatch(name -> name.matches(".*/(solution|mistakes|alternatives|target|\\.git|\\.lab)/.*"))
                .noneMatch(name -> name.matches(".*(\\.class|\\.jar|ProofIT\\.java)"));
        Set<String> answers = files(course.root()).stream()
                .filter(file -> ANSWER.matcher(Manifest.slashes(file)).matches())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> NAME.matcher(name).matches())
                .collect(Collectors.toSet());
        assertThat(answers).as("classes that are answers, or wrong on purpose").hasSizeGreaterThan(300);
        Map<String, Set<String>> traces = new TreeMap<>();
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Set<String> named = NAME.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(answers::contains)
                    .collect(Collectors.toSet());
            if (!named.isEmpty()) {
                traces.put(handout.relativize(file).toString(), named);
            }
        }
        assertThat(traces).as("what names an answer").isEmpty();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
