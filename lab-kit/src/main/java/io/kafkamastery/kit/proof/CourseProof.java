package io.kafkamastery.kit.proof;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.report.LabModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The proof of one week, as JUnit nodes:
 *
 * <pre>{@code
 * class Week02ProofIT {
 *     @TestFactory
 *     Stream<DynamicNode> proof() {
 *         return CourseProof.of(Week02ProofIT.class).nodes();
 *     }
 * }
 * }</pre>
 *
 * <p>{@code -Dproof.labs=2.1,2.3} proves some labs only, {@code -Dproof.workers=1} one at a time.
 */
public final class CourseProof {

    private static final String LABS = "proof.labs";

    private final LabModule module;
    private final List<LabUnderProof> labs;
    private final boolean wholeWeek;
    private String backend = NodeReport.NO_BACKEND;

    private CourseProof(LabModule module, List<LabUnderProof> labs, boolean wholeWeek) {
        this.module = module;
        this.labs = labs;
        this.wholeWeek = wholeWeek;
    }

    /**
     * The proof of the week that a test class belongs to: of every {@link Lab} in its package and below.
     *
     * @throws IllegalStateException if there is no lab, or none of those asked for
     */
    public static CourseProof of(Class<?> anchor) {
        Set<String> wanted = Stream.of(System.getProperty(LABS, "").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        LabModule module = LabModule.of(anchor);
        List<LabUnderProof> labs = ReflectionSupport.findAllClassesInPackage(
                        anchor.getPackageName(), type -> type.isAnnotationPresent(Lab.class), name -> true)
                .stream()
                .filter(type -> wanted.isEmpty()
                        || wanted.contains(type.getAnnotation(Lab.class).id()))
                .sorted(Comparator.comparing(
                        type -> new CriterionId(type.getAnnotation(Lab.class).id(), "")))
                .map(type -> new LabUnderProof(type, module))
                .toList();
        if (labs.isEmpty()) {
            throw new IllegalStateException("Nothing to prove: no @Lab in " + anchor.getPackageName()
                    + (wanted.isEmpty() ? "" : " is one of " + wanted + " (-D" + LABS + ")"));
        }
        return new CourseProof(module, labs, wanted.isEmpty());
    }

    /** The week's pages, then a container for each lab; at last the results go to {@code target/proof-results.json}. */
    public Stream<DynamicNode> nodes() {
        long startedNanos = System.nanoTime();
        List<DynamicNode> nodes = new ArrayList<>(pages());
        ProofPool pool = new ProofPool(module);
        for (LabUnderProof lab : labs) {
            List<DynamicTest> tests = new LabProof(lab).nodes();
            List<CompletableFuture<NodeReport>> reports = pool.add(lab, tests);
            List<DynamicNode> findings = new ArrayList<>();
            for (int i = 0; i < tests.size(); i++) {
                CompletableFuture<NodeReport> report = reports.get(i);
                findings.add(dynamicTest(tests.get(i).getDisplayName(), () -> settle(lab, report)));
            }
            nodes.add(dynamicContainer("Lab " + lab.id() + ": " + lab.title(), findings));
        }
        nodes.add(dynamicTest(
                "The results are written",
                () -> ProofResults.write(module, labs, backend, (System.nanoTime() - startedNanos) / 1_000_000)));
        pool.start();
        return nodes.stream();
    }

    /** Waits for a node while the workers go on with the others, and lets it end here as it ended there. */
    private void settle(LabUnderProof lab, CompletableFuture<NodeReport> pending) {
        NodeReport report = pending.join();
        if (!report.backend().equals(NodeReport.NO_BACKEND)) {
            backend = report.backend();
        }
        report.verdicts().forEach(lab::record);
        report.mistakes().forEach(lab::record);
        report.throwUnlessHolds();
    }

    private List<DynamicNode> pages() {
        Documents documents = Documents.below(module.folder());
        List<DynamicNode> nodes = new ArrayList<>();
        nodes.add(dynamicTest("Code blocks are what they say they are", documents::checkCodeBlocks));
        nodes.add(dynamicTest("Links lead somewhere, and marks are explained", documents::checkLinks));
        if (wholeWeek) {
            nodes.add(dynamicTest("The week's checklist has every criterion, word for word", this::compareChecklist));
        }
        return nodes;
    }

    private void compareChecklist() throws IOException {
        Path readme = module.folder().resolve("README.md");
        List<String> differences = new Checklist(module, readme, Files.readAllLines(readme)).differencesFrom(labs);
        if (!differences.isEmpty()) {
            throw new AssertionError("The week's README and its tests differ:\n" + String.join("\n", differences));
        }
    }
}
