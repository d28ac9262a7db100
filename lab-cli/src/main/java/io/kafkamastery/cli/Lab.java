package io.kafkamastery.cli;

import io.kafkamastery.cli.cluster.LearnersCluster;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.launch.Freshness;
import io.kafkamastery.cli.tools.KafkaTools;
import java.nio.file.Path;
import java.util.List;

/** The program: one of Kafka's tools by its name, or one of our own commands. */
public final class Lab {

    private Lab() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofThisJvm();
        Course course = new Course(Path.of(System.getProperty("lab.root", "")).toAbsolutePath());
        if (Boolean.getBoolean("lab.check") && !Freshness.isCurrent(course.root())) {
            System.exit(Freshness.STALE);
        }
        if (arguments.length > 0 && KafkaTools.isMeant(arguments[0])) {
            runTool(terminal, course, List.of(arguments));
        } else {
            System.exit(run(terminal, course, arguments));
        }
    }

    /** Runs one of our own commands, and returns its exit code: 0 if all is well, 1 if not, 2 if it was not understood. */
    public static int run(Terminal terminal, Course course, String... arguments) {
        return Commands.in(terminal, course).execute(arguments);
    }

    /** A tool may leave threads behind that are to go on, and usually ends the JVM itself: no exit here. */
    private static void runTool(Terminal terminal, Course course, List<String> words) {
        try {
            KafkaTools.run(
                    words.get(0),
                    words.subList(1, words.size()),
                    () -> new LearnersCluster(terminal, course).bootstrapServers());
        } catch (Exception e) {
            System.exit(new Complaints(terminal).say(e));
        }
    }
}
