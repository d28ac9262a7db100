package io.kafkamastery.cli.bench;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.build.WeekBuild;
import io.kafkamastery.cli.check.CheckJvm;
import io.kafkamastery.cli.check.CheckRun;
import io.kafkamastery.cli.check.CheckTeam;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.kit.bench.Measurements;
import io.kafkamastery.kit.check.CheckProcess;
import io.kafkamastery.kit.cluster.process.HotClusters;
import io.kafkamastery.kit.report.LabVerdicts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the criteria of a lab take with its solution, when nothing has to be started for them. */
final class CheckTimes {

    private final Terminal terminal;
    private final Course course;

    CheckTimes(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.course = course;
    }

    Map<String, Measurements> measure(LabSheet lab, int rounds) throws Exception {
        Stopwatch watch = new Stopwatch(rounds);
        Week week = course.weekOf(lab);
        WeekBuild build = new WeekBuild(terminal, course, week);
        build.compile(List.of());
        terminal.remark("  lab " + lab.id() + " …");
        try (HotClusters hot = HotClusters.open()) {
            Map<String, String> properties = new HashMap<>(CheckJvm.passedOn());
            properties.put("lab.backend", "process");
            properties.put("lab.standing", "false");
            properties.putAll(hot.properties());
            check(lab, week, build, properties); // so that its clusters are up
            for (int round = 0; round < rounds; round++) {
                try (CheckJvm jvm = CheckJvm.start(week.folder(), properties, CheckProcess.WARM)) {
                    jvm.awaitReady();
                    watch.time(lab.id() + " " + lab.title(), round, () -> verdicts(jvm, lab, week, build));
                }
            }
        }
        return watch.measured();
    }

    private void check(LabSheet lab, Week week, WeekBuild build, Map<String, String> properties) {
        try (CheckJvm jvm = CheckJvm.start(week.folder(), properties, CheckProcess.WARM)) {
            verdicts(jvm, lab, week, build);
        }
    }

    private LabVerdicts verdicts(CheckJvm jvm, LabSheet lab, Week week, WeekBuild build) {
        LabVerdicts verdicts = new CheckRun(Terminal.silent(), course, null, "solution")
                .run(new CheckTeam(List.of(jvm)), week, build.classPath(), List.of(lab), true)
                .orElseThrow()
                .get(0);
        if (!verdicts.isComplete()) {
            throw new Refusal(
                    "The solution of lab " + lab.id() + " does not meet every criterion here, so that its time"
                            + " means nothing. See: check " + lab.id() + " --variant solution");
        }
        return verdicts;
    }
}
