package io.kafkamastery.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.cli.Session;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.handout.Weeks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grades what the course has written for its own labs, as if learners had handed it in, and compares every verdict with the
 * one that it deserves. That takes minutes, so that it runs only when asked for: {@code mvn verify -pl :lab-cli
 * -Dit.test=CourseGradingTest -Dgrade.weeks=1 -Dgrade.submissions=30}. The first submission is solved, the second untouched;
 * of ten, one is half done, one solved in another style, one begun, three wrong, and two have a lab that is not run.
 */
@EnabledIfSystemProperty(named = "grade.weeks", matches = ".+")
class CourseGradingTest {

    /** Each fails one criterion of its lab and meets the others. */
    private static final Map<String, String> WRONG = new TreeMap<>(Map.of(
            "1.1", "HidesNamesWithUnderscore",
            "1.2", "SetsNoHeader",
            "1.3", "SellsForNothing",
            "1.4", "AssumesRoundRobin",
            "1.5", "DoesNotSayWhichVersion",
            "1.6", "LagOneTooMany",
            "1.8", "ReportsTheDefaults"));

    private final Course course = new Course(Path.of("..").toAbsolutePath().normalize());
    private final String weeks = System.getProperty("grade.weeks");
    private final List<LabSheet> labs = Weeks.of(course, weeks).stream()
            .flatMap(week -> week.labs().stream())
            .toList();

    @TempDir
    Path folder;

    @Test
    void givesEachWhatItDeserves() throws IOException {
        List<Coursework> handedIn = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("grade.submissions", 2); i++) {
            handedIn.add(handIn(i));
        }
        Path out = folder.resolve("grades");
        Session instructor = new Session(course.root());
        Session.Answer answer =
                instructor.type("grade --all " + folder.resolve("all") + " --weeks " + weeks + " --out " + out);
        System.out.println(answer.out() + answer.err());
        JsonNode results = new ObjectMapper()
                .readTree(out.resolve("results.json").toFile())
                .get("submissions");
        assertThat(results).hasSameSizeAs(handedIn);
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < handedIn.size(); i++) {
            compare(all, results.get(i), handedIn.get(i));
        }
        all.assertAll();
    }

    private static void compare(SoftAssertions all, JsonNode result, Coursework deserves) {
        String name = result.get("name").asText();
        System.out.printf(
                "%s: %s of %s, %.1f s, %d MB%s%n",
                name,
                result.get("points"),
                result.get("outOf"),
                result.get("millis").asLong() / 1000.0,
                result.get("peakMegabytes").asInt(),
                result.has("remarks") ? " " + result.get("remarks") : "");
        Map<String, String> verdicts = new TreeMap<>();
        Map<String, String> said = new TreeMap<>();
        for (JsonNode lab : result.get("labs")) {
            for (JsonNode criterion : lab.get("criteria")) {
                String id = criterion.get("id").asText();
                String verdict = criterion.get("verdict").asText();
                verdicts.put(id, verdict);
                if (!verdict.equals(deserves.expected().get(id))) {
                    said.put(id, lab.path("refused") + criterion.path("message").asText());
                }
            }
        }
        all.assertThat(name).isEqualTo(deserves.name());
        all.assertThat(verdicts).as("%s: %s", name, said).isEqualTo(deserves.expected());
    }

    private Coursework handIn(int number) throws IOException {
        int round = number / 10;
        LabSheet one = labs.get((number + 3 * round) % labs.size());
        LabSheet another = labs.get((number + 3 * round + 2) % labs.size());
        return switch (number % 10) {
            case 0 -> {
                Coursework solved = open(number, "solved");
                for (LabSheet lab : labs) {
                    solved.solved(lab);
                }
                yield solved;
            }
            case 1 -> {
                Coursework untouched = open(number, "untouched");
                for (LabSheet lab : labs) {
                    untouched.untouched(lab);
                }
                yield untouched;
            }
            case 2 -> {
                Coursework half = open(number, "half");
                for (LabSheet lab : labs.subList(0, 3 + round % 3)) {
                    half.solved(lab);
                }
                yield half;
            }
            case 4 -> open(number, "begun").begun(one);
            case 6 -> {
                Coursework otherwise = open(number, "otherwise");
                for (LabSheet lab : labs) {
                    otherwise.solvedOtherwise(lab, round);
                }
                yield otherwise;
            }
            case 7 -> open(number, "not-compiling").notCompiling(one).solved(another);
            case 9 -> open(number, "not-allowed").notAllowed(one).solved(another);
            default -> wrong(number);
        };
    }

    /** In one lab after the other. */
    private Coursework wrong(int number) throws IOException {
        List<LabSheet> choice =
                labs.stream().filter(lab -> WRONG.containsKey(lab.id())).toList();
        Coursework wrong = open(number, "wrong");
        if (!choice.isEmpty()) {
            LabSheet lab = choice.get((number / 10 * 3 + number % 10 / 4) % choice.size());
            wrong.wrong(lab, WRONG.get(lab.id()));
        }
        return wrong;
    }

    private Coursework open(int number, String kind) throws IOException {
        return new Coursework(course, labs, folder.resolve("all").resolve("%02d-%s".formatted(number + 1, kind)));
    }
}
