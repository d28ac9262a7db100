package io.kafkamastery.cli.grade.sandbox;

import io.kafkamastery.cli.grade.sandbox.GradeRequest.LabWork;
import io.kafkamastery.kit.jvm.SecondJvm;
import io.kafkamastery.kit.jvm.SecondMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What comes first in a JVM that a test of a graded lab starts: the walls are the same there as in the test's own. */
final class GuardedMain {

    private static final String REQUEST = "lab.second-jvm.request";

    private GuardedMain() {}

    /** From now on, what tests start in this JVM's sandbox begins here. */
    static void standBeforeSecondJvms(GradeRequest request, List<LabWork> labs) throws IOException {
        Path file = Path.of(request.classes()).resolveSibling("second-jvm.json");
        Files.writeString(file, request.forSecondJvm(labs).toLine());
        System.setProperty(REQUEST, file.toString());
        System.setProperty(SecondJvm.ENTRANCE, GuardedMain.class.getName());
    }

    /** Whether that process is a JVM which a test has started. */
    static boolean isOne(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(GuardedMain.class.getName()))
                .isPresent();
    }

    public static void main(String[] arguments) throws Throwable {
        GradeRequest request = GradeRequest.parse(Files.readString(Path.of(System.getProperty(REQUEST))));
        CourseLoader course = Walls.courseLoader(request);
        Walls.raise(request, request.labs(), course);
        SecondMain.run(course, arguments);
    }
}
