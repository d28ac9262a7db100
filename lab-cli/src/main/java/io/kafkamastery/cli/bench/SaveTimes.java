package io.kafkamastery.cli.bench;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.kit.bench.Measurements;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A learner who watches a lab and saves: measured from outside, from the write to the file to the line on the screen. */
final class SaveTimes {

    /** Nobody saves again at once; meanwhile the next JVM gets ready. */
    private static final long THINKING_SECONDS = 3;

    private static final String VERDICT = "verdict after";
    private static final String ERROR = "shown after";

    private final Course course;

    SaveTimes(Course course) {
        this.course = course;
    }

    Map<String, Measurements> measure(LabSheet lab, int rounds) throws Exception {
        Stopwatch watch = new Stopwatch(rounds);
        try (CourseCopy copy = CourseCopy.of(course, lab)) {
            measure(copy, lab, course.weekOf(lab), watch, rounds);
        }
        return watch.measured();
    }

    private static void measure(CourseCopy copy, LabSheet lab, Week week, Stopwatch watch, int rounds)
            throws Exception {
        Path file = copy.starter(lab, week);
        String right = Files.readString(file);
        Process loop = new ProcessBuilder(copy.lab("watch", lab.id()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader screen = loop.inputReader()) {
            await(screen, VERDICT);
            for (int round = 0; round < rounds; round++) {
                String next = right + "// saved " + round + "\n";
                TimeUnit.SECONDS.sleep(THINKING_SECONDS);
                watch.time(lab.id() + " " + lab.title(), round, () -> save(file, next, screen, VERDICT));
                TimeUnit.SECONDS.sleep(THINKING_SECONDS);
                watch.time(lab.id() + " compile error", round, () -> save(file, right + "}", screen, ERROR));
            }
        } finally {
            loop.destroy();
            loop.waitFor();
        }
    }

    private static String save(Path file, String text, BufferedReader screen, String answer)
            throws IOException, InterruptedException {
        Files.writeString(file, text);
        String seen = await(screen, answer);
        if (answer.equals(VERDICT) && !seen.contains("Well done")) {
            throw new Refusal(
                    "The solution does not meet every criterion here, so that its time means nothing:\n" + seen);
        }
        return seen;
    }

    private static String await(BufferedReader screen, String answer) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = screen.readLine(); line != null; line = screen.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(answer)) {
                return seen.toString();
            }
        }
        throw new Refusal("The loop ended with:\n" + seen);
    }
}
