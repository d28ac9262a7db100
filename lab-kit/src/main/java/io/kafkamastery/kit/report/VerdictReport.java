package io.kafkamastery.kit.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kafkamastery.kit.Notice;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.ExitWatch;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reports a run that has labs in it: the table on standard output, {@code target/lab-results.json}, and the brokers' last
 * log lines in {@code target/broker-logs} if something failed. JUnit finds it by itself, in Maven as in an IDE.
 */
public final class VerdictReport implements TestExecutionListener {

    public static final String RESULTS_FILE = "lab-results.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final VerdictCollector collector = new VerdictCollector();
    private long startedNanos;
    private boolean reported;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        startedNanos = System.nanoTime();
        reported = false;
        collector.testPlanExecutionStarted(plan);
        if (!collector.testClasses().isEmpty()) {
            ExitWatch.onExitWithinCriterion(this::exitedWithin);
        }
    }

    private void exitedWithin(CriterionId id, String sentence) {
        collector.failed(id, sentence);
        report();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        collector.executionStarted(test);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        collector.executionFinished(test, result);
        if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
            collector.testClasses().stream().findFirst().ifPresent(BrokerLogs::keep);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        report();
    }

    private synchronized void report() {
        if (reported || collector.testClasses().isEmpty()) {
            return;
        }
        reported = true;
        Class<?> anyTest = collector.testClasses().iterator().next();
        LabModule module = LabModule.of(anyTest);
        ModuleVerdicts verdicts = verdicts(module);
        write(verdicts, module.target().resolve(RESULTS_FILE));
        System.out.println(VerdictTable.draw(verdicts, next(module, verdicts), Palette.forThisRun()));
        System.out.flush();
    }

    private ModuleVerdicts verdicts(LabModule module) {
        return new ModuleVerdicts(
                ModuleVerdicts.SCHEMA,
                module.name(),
                System.getProperty(Variant.PARAMETER, Variant.STARTER.name()),
                Clusters.backendName().orElse("none"),
                AppInfoParser.getVersion(),
                (System.nanoTime() - startedNanos) / 1_000_000,
                collector.labs());
    }

    private List<String> next(LabModule module, ModuleVerdicts verdicts) {
        return VerdictTable.next(verdicts.labs())
                .map(todo -> next(module, verdicts, todo))
                .orElse(List.of());
    }

    private List<String> next(LabModule module, ModuleVerdicts verdicts, VerdictTable.Todo todo) {
        boolean nothingDone = verdicts.count(Verdict.TO_DO) == verdicts.total();
        List<String> lines = new ArrayList<>();
        String lab = "lab " + todo.lab().id();
        lines.add(
                nothingDone
                        ? "start with " + lab
                        : "next is " + lab + ", criterion " + todo.criterion().id());
        module.page(todo.lab().id()).ifPresent(page -> lines.add("read   " + module.shown(page)));
        if (verdicts.variant().equals(Variant.STARTER.name())) {
            collector.testClasses().stream()
                    .filter(type ->
                            type.getAnnotation(Lab.class).id().equals(todo.lab().id()))
                    .forEach(type -> lines.add("edit   " + module.shown(module.starterFolder(type))));
        }
        return lines;
    }

    private static void write(ModuleVerdicts verdicts, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), RESULTS_FILE, ".tmp");
            JSON.writeValue(fresh.toFile(), verdicts);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Notice.say("The results could not be written to " + file + ": " + e.getMessage());
        }
    }
}
