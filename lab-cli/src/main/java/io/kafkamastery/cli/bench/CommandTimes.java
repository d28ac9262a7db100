package io.kafkamastery.cli.bench;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.kit.bench.Measurements;
import io.kafkamastery.kit.cluster.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands as a learner types them, and a cluster that comes up beside the learner's own. */
final class CommandTimes {

    private final Course course;

    CommandTimes(Course course) {
        this.course = course;
    }

    Map<String, Measurements> measure(int rounds) throws Exception {
        Stopwatch watch = new Stopwatch(rounds);
        try (CourseCopy copy = CourseCopy.empty(course)) {
            String port;
            try (Ports free = Ports.hold(1)) {
                port = String.valueOf(free.get(0));
            }
            // A first time each, unmeasured: archives are made, files are read from disk.
            run(launcher("list"));
            run(copy.lab("cluster", "up", "--port", port));
            run(launcher("kafka-topics", "--list", "--bootstrap-server", "localhost:" + port));
            for (int round = 0; round < rounds; round++) {
                watch.time("lab list", round, () -> run(launcher("list")));
                watch.time(
                        "lab kafka-topics --list",
                        round,
                        () -> run(launcher("kafka-topics", "--list", "--bootstrap-server", "localhost:" + port)));
                run(copy.lab("cluster", "down"));
                watch.time("lab cluster up", round, () -> run(copy.lab("cluster", "up", "--port", port)));
                watch.time("lab cluster status", round, () -> run(copy.lab("cluster", "status")));
            }
            run(copy.lab("cluster", "down"));
        }
        return watch.measured();
    }

    private List<String> launcher(String... words) {
        Path script = course.root().resolve("scripts/lab");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Refusal("'" + String.join(" ", command) + "' failed, so that it cannot be measured:\n" + said);
        }
        return said;
    }
}
