package io.kafkamastery.cli.check;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.build.CompileError;
import io.kafkamastery.cli.build.Compiled;
import io.kafkamastery.cli.build.WeekBuild;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.course.Week;
import io.kafkamastery.cli.progress.NextLab;
import io.kafkamastery.cli.progress.ProgressFile;
import io.kafkamastery.kit.report.LabVerdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks labs and shows their verdicts. */
@Command(
        name = "check",
        description = "Check your code of a lab, a week or all: each success criterion, against a real broker.",
        footer = {
            "",
            "Ends with exit code 0 only if every criterion that was asked for is met.",
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} check          the lab that is next",
            "  ${ROOT-COMMAND-NAME} check 1.3",
            "  ${ROOT-COMMAND-NAME} check week-01",
            "  ${ROOT-COMMAND-NAME} check all"
        })
public final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final ProgressFile progress;

    @Parameters(arity = "0..1", paramLabel = "WHAT", description = "A lab (1.3), a week (1 or week-01), or all.")
    private String what;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "Where brokers run: auto, docker or process (default: your cluster if it is up, else auto).")
    private String backend;

    @Option(names = "--variant", hidden = true, defaultValue = CheckRun.YOURS)
    private String variant;

    CheckCommand(Terminal terminal, Course course, ProgressFile progress) {
        this.terminal = terminal;
        this.course = course;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        List<LabSheet> labs = what == null
                ? List.of(NextLab.of(course, progress.read()).orElseGet(() -> course.anyLab()))
                : Selection.labs(course, what);
        Map<Week, List<LabSheet>> byWeek = new TreeMap<>((one, other) -> one.number() - other.number());
        labs.forEach(lab -> byWeek.computeIfAbsent(course.weekOf(lab), week -> new ArrayList<>())
                .add(lab));
        List<LabVerdicts> verdicts = new ArrayList<>();
        boolean compiled = true;
        for (Map.Entry<Week, List<LabSheet>> entry : byWeek.entrySet()) {
            compiled &= check(entry.getKey(), entry.getValue(), labs.size() == 1, verdicts);
        }
        if (!verdicts.isEmpty()) {
            new Advice(terminal, course).after(labs, verdicts);
        }
        boolean allMet = compiled && verdicts.stream().allMatch(LabVerdicts::isComplete);
        return allMet ? 0 : 1;
    }

    /** Returns whether everything compiled. */
    private boolean check(Week week, List<LabSheet> labs, boolean single, List<LabVerdicts> verdicts) {
        WeekBuild build = new WeekBuild(terminal, course, week);
        Compiled compiled = build.compile(labs);
        if (!compiled.shared().isEmpty()) {
            CompileError.show(compiled.shared(), terminal);
            return false;
        }
        List<LabSheet> sound =
                labs.stream().filter(lab -> !compiled.broken().containsKey(lab)).toList();
        if (!sound.isEmpty()) {
            verdicts.addAll(run(week, build, sound, single));
        }
        compiled.broken().forEach((lab, errors) -> {
            terminal.line(terminal.palette().red("Lab " + lab.id() + " does not compile:"));
            CompileError.show(errors, terminal);
        });
        return compiled.broken().isEmpty();
    }

    private List<LabVerdicts> run(Week week, WeekBuild build, List<LabSheet> labs, boolean single) {
        try (CheckTeam alone = new CheckTeam(List.of(CheckJvm.start(week.folder(), properties())))) {
            return new CheckRun(terminal, course, progress, variant)
                    .run(alone, week, build.classPath(), labs, single)
                    .orElseThrow(() -> new Refusal("The check was broken off."));
        }
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(CheckJvm.passedOn());
        if (backend != null) {
            properties.put("lab.backend", backend);
        }
        return properties;
    }
}
