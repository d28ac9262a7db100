package io.kafkamastery.cli.watch;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.check.CheckJvm;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.progress.NextLab;
import io.kafkamastery.cli.progress.ProgressFile;
import io.kafkamastery.kit.cluster.process.HotClusters;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks on every save. */
@Command(
        name = "watch",
        description = "Check a lab again each time you save: keep it open beside your editor.",
        footer = {
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} watch        the lab that is next",
            "  ${ROOT-COMMAND-NAME} watch 1.3"
        })
public final class WatchCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;

    @Parameters(arity = "0..1", paramLabel = "LAB", description = "For example 1.3; without it, the lab that is next.")
    private String id;

    WatchCommand(Terminal terminal, Course course, ProgressFile progress) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
    }

    @Override
    public Integer call() throws InterruptedException {
        LabSheet lab = id == null ? NextLab.of(course, progress.read()).orElseGet(course::anyLab) : course.lab(id);
        try (HotClusters hot = HotClusters.open();
                WarmJvms jvms = new WarmJvms(properties(hot));
                Watch watch = new Watch(terminal, course, progress, jvms)) {
            watch.run(lab);
            return 0;
        }
    }

    private static Map<String, String> properties(HotClusters hot) {
        Map<String, String> properties = new HashMap<>(CheckJvm.passedOn());
        // Only processes can be kept hot; and looking for Docker takes longer than a check.
        properties.put("lab.backend", "process");
        properties.putAll(hot.properties());
        return properties;
    }
}
