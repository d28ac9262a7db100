package io.kafkamastery.cli.bench;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.check.Selection;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.kit.bench.BrokerStarts;
import io.kafkamastery.kit.bench.HealTimes;
import io.kafkamastery.kit.bench.Measurements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures this repository on this machine. */
@Command(
        name = "bench",
        description =
                "Measure broker starts, heals, commands, checks and the way from a save to a verdict, here and now.",
        footer = {
            "",
            "Medians with their spread; the last column is the ratio to the first line of its group. Compare",
            "figures of one run only, and let the machine rest meanwhile.",
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} bench                          everything (some minutes)",
            "  ${ROOT-COMMAND-NAME} bench saves --labs 1.1,1.3 --rounds 9"
        })
public final class BenchCommand implements Callable<Integer> {

    private static final List<String> GROUPS = List.of("starts", "heals", "commands", "checks", "saves");
    private static final int LEAST_ROUNDS = 1;

    private final Terminal terminal;
    private final Course course;

    @Parameters(
            arity = "0..*",
            paramLabel = "GROUP",
            description = "starts, heals, commands, checks or saves; without, all.")
    private List<String> groups = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "How often (default: 5).")
    private int rounds;

    private boolean complete = true;

    @Option(
            names = "--labs",
            paramLabel = "LABS",
            split = ",",
            description = "For checks and saves: which labs (default: all for checks, the first for saves).")
    private List<String> labs = new ArrayList<>();

    BenchCommand(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.course = course;
    }

    @Override
    public Integer call() throws Exception {
        groups.stream().filter(group -> !GROUPS.contains(group)).findFirst().ifPresent(unknown -> {
            throw new Refusal(
                    "There is nothing called " + unknown + " to measure. Choose " + String.join(", ", GROUPS) + ".");
        });
        if (rounds < LEAST_ROUNDS) {
            throw new Refusal("Measure at least once: --rounds " + LEAST_ROUNDS + " or more.");
        }
        List<LabSheet> chosen = labs.stream()
                .flatMap(word -> Selection.labs(course, word.strip()).stream())
                .toList();
        System.setProperty("lab.standing", "false"); // the learner's cluster is left alone
        if (wanted("starts")) {
            show("Cluster, from being asked for until it answers", BrokerStarts.measure(rounds));
        }
        if (wanted("heals")) {
            show("Three brokers, from being hurt until all is as before", HealTimes.measure(rounds));
        }
        if (wanted("commands")) {
            show("Commands", new CommandTimes(course).measure(rounds));
        }
        if (wanted("checks")) {
            List<LabSheet> checked = chosen.isEmpty() ? Selection.labs(course, "all") : chosen;
            CheckTimes times = new CheckTimes(terminal, course);
            show("Check of the solution, JVM warm and brokers up", ofEach(checked, times::measure));
        }
        if (wanted("saves")) {
            List<LabSheet> saved = chosen.isEmpty() ? List.of(course.anyLab()) : chosen;
            show("From a save to what 'watch' says, solution", ofEach(saved, new SaveTimes(course)::measure));
        }
        return complete ? 0 : 1;
    }

    private interface LabBenchmark {

        Map<String, Measurements> measure(LabSheet lab, int rounds) throws Exception;
    }

    /** A lab that cannot be measured does not take the others' figures with it. */
    private Map<String, Measurements> ofEach(List<LabSheet> some, LabBenchmark benchmark) throws Exception {
        Map<String, Measurements> all = new LinkedHashMap<>();
        for (LabSheet lab : some) {
            try {
                all.putAll(benchmark.measure(lab, rounds));
            } catch (Refusal notMeasured) {
                complete = false;
                terminal.remark("Lab " + lab.id() + " was not measured. " + notMeasured.getMessage());
            }
        }
        return all;
    }

    private boolean wanted(String group) {
        boolean wanted = groups.isEmpty() || groups.contains(group);
        if (wanted) {
            terminal.remark("Measuring " + group + ", " + rounds + " rounds …");
        }
        return wanted;
    }

    private void show(String title, Map<String, Measurements> measured) {
        if (measured.isEmpty()) {
            return;
        }
        terminal.line(terminal.palette().bold(title));
        long reference = measured.values().iterator().next().median();
        measured.forEach((what, times) -> terminal.line(
                String.format("  %-42s %-26s %5.2f", what, times, (double) times.median() / Math.max(1, reference))));
        terminal.line();
    }
}
