package io.kafkamastery.cli;

import io.kafkamastery.cli.course.Course;
import io.kafkamastery.kit.report.Palette;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Somebody at a terminal, for tests: types commands and reads what comes. */
public final class Session {

    private final Course course;
    private final Palette palette;

    public Session(Path courseRoot) {
        this(courseRoot, Palette.PLAIN);
    }

    private Session(Path courseRoot, Palette palette) {
        this.course = new Course(courseRoot);
        this.palette = palette;
    }

    /** What a command said, and how it ended. */
    public record Answer(int exitCode, String out, String err) {}

    /** @param words as typed, separated by single spaces */
    public Answer type(String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), palette, false, "scripts/lab");
        int exitCode = Lab.run(terminal, course, words.isEmpty() ? new String[0] : words.split(" "));
        return new Answer(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
