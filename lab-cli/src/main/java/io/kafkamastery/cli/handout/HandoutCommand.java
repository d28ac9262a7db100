package io.kafkamastery.cli.handout;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.Week;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes what an instructor gives to learners. */
@Command(
        name = "handout",
        description = "Make a copy of weeks to give to learners, without solutions.",
        footer = {
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} handout 2                    into the folder kafka-mastery-week-2",
            "  ${ROOT-COMMAND-NAME} handout --weeks 1-3 --to DIR",
            "  ${ROOT-COMMAND-NAME} handout 2 --zip week-2.zip"
        })
public final class HandoutCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;

    @Parameters(index = "0", arity = "0..1", paramLabel = "WEEK", description = "For example 2.")
    private String week;

    @Option(names = "--weeks", paramLabel = "WEEKS", description = "Several: 1-3, or 1,3.")
    private String several;

    @Option(names = "--to", paramLabel = "DIR", description = "The folder to make. It must not exist, or be empty.")
    private Path folder;

    @Option(names = "--zip", paramLabel = "FILE", description = "Make a zip instead.")
    private Path zip;

    HandoutCommand(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.course = course;
    }

    @Override
    public Integer call() throws IOException {
        if (week == null && several == null) {
            throw new Refusal("Which week? Say for example: " + terminal.command() + " handout 2");
        }
        String words = Stream.of(week, several).filter(said -> said != null).collect(Collectors.joining(","));
        List<Week> weeks = Weeks.of(course, words);
        Handout handout = Handout.toGiveAway(course, weeks);
        String name = "kafka-mastery-week-" + words;
        if (zip != null) {
            writeZip(handout, name);
        }
        if (folder != null || zip == null) {
            Path target = folder == null ? Path.of(name) : folder;
            refuseIfFull(target);
            handout.writeTo(target.toAbsolutePath());
            done(handout, target);
        }
        return 0;
    }

    private void writeZip(Handout handout, String name) throws IOException {
        Path scratch = Files.createTempDirectory("lab-handout-");
        try {
            handout.writeTo(scratch);
            Zip.of(scratch, name, zip);
        } finally {
            try (Stream<Path> files = Files.walk(scratch)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
        done(handout, zip);
    }

    private void done(Handout handout, Path where) {
        Manifest manifest = handout.manifest();
        int criteria =
                manifest.labs().stream().mapToInt(lab -> lab.criteria().size()).sum();
        terminal.line(
                where + ": " + handout.size() + " files, " + manifest.labs().size() + " labs, " + criteria
                        + " criteria. " + Manifest.FILE + " in it says what learners change.");
    }

    private static void refuseIfFull(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new Refusal(folder + " is not empty. Choose another folder with --to, so that nothing is mixed.");
            }
        }
    }
}
