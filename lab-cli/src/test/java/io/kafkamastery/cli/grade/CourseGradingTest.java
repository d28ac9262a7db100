package io.kafkamastery.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grades the course's own solutions, as if learners had written them, and untouched handouts. That takes minutes, so that it
 * runs only when asked for: {@code mvn verify -pl :lab-cli -Dit.test=CourseGradingTest -Dgrade.weeks=1 -Dgrade.copies=30}.
 */
@EnabledIfSystemProperty(named = "grade.weeks", matches = ".+")
class CourseGradingTest {

    private final Course course = new Course(Path.of("..").toAbsolutePath().normalize());
    private final String weeks = System.getProperty("grade.weeks");

    @TempDir
    Path folder;

    @Test
    void givesSolutionsEverythingAndHandoutsNothing() throws IOException {
        Path submissions = folder.resolve("submissions");
        int copies = Integer.getInteger("grade.copies", 1);
        for (int copy = 1; copy <= copies; copy++) {
            for (Week week : io.kafkamastery.cli.handout.Weeks.of(course, weeks)) {
                for (LabSheet lab : week.labs()) {
                    writeSolution(lab, submissions.resolve("solved-%02d".formatted(copy)));
                }
            }
        }
        Session instructor = new Session(course.root());
        instructor.type("handout --weeks " + weeks + " --to " + submissions.resolve("untouched"));
        Path out = folder.resolve("grades");
        instructor.type("grade --all " + submissions + " --weeks " + weeks + " --out " + out);
        JsonNode results =
                new ObjectMapper().readTree(out.resolve("results.json").toFile());
        for (JsonNode result : results.get("submissions")) {
            boolean solved = result.get("name").asText().startsWith("solved");
            System.out.printf(
                    "%s: %s %%, %d s, %d MB%n",
                    result.get("name").asText(),
                    result.get("percent"),
                    result.get("millis").asLong() / 1000,
                    result.get("peakMegabytes").asInt());
            assertThat(result.get("percent").asDouble()).as("%s", result).isEqualTo(solved ? 100 : 0);
        }
    }

    private void writeSolution(LabSheet lab, Path submission) throws IOException {
        Path starters = lab.starter().getParent();
        String name = lab.starter().getFileName().toString().replace(".java", "");
        String solution = name.substring("My".length()) + "Solution";
        Path target = submission.resolve(course.root().relativize(starters).toString());
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(starters.resolveSibling("solution"))) {
            for (Path file :
                    files.filter(path -> !path.endsWith("package-info.java")).toList()) {
                String text = Files.readString(file)
                        .replace(".solution;", ".starter;")
                        .replace(".solution.", ".starter.")
                        .replaceAll("\\b" + solution + "\\b", name);
                String renamed = file.getFileName().toString().replace(solution, name);
                Files.writeString(target.resolve(renamed), text);
            }
        }
    }
}
