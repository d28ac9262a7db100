package io.kafkamastery.cli.grade.sandbox;

import io.kafkamastery.cli.grade.sandbox.GradeRequest.LabWork;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.lab.Variant;
import io.kafkamastery.kit.report.VerdictCollector;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The main class of a sandbox's JVM. It reads its request from standard input, and tells {@link GradeEvent}s on standard
 * output, signed; what the learner's code prints goes to standard error. It ends at once when its standard input closes.
 */
final class GradeProcess {

    private static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();

    private final GradeRequest request;
    private final Seal seal;
    private final PrintStream grader;

    private GradeProcess(GradeRequest request, PrintStream grader) {
        this.request = request;
        this.grader = grader;
        this.seal = new Seal(request.key());
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream grader = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream log = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        System.setIn(InputStream.nullInputStream());
        System.setOut(log);
        System.setErr(log);
        Thread lifeline = new Thread(() -> endWith(input), "end-with-the-grader");
        lifeline.setDaemon(true);
        lifeline.start();
        new GradeProcess(GradeRequest.parse(line), grader).work();
    }

    private static void endWith(BufferedReader grader) {
        try {
            while (grader.readLine() != null) {
                // Nothing else is ever said.
            }
        } catch (IOException brokenPipe) {
            // Means the same as its end.
        }
        Runtime.getRuntime().halt(1);
    }

    private void work() throws IOException {
        CourseLoader course = Walls.courseLoader(request);
        List<LabWork> labs = request.prepare()
                ? new Preparation(request, Walls.given(request), course, this::tell).prepare(request.labs())
                : request.labs();
        tell(new GradeEvent.Prepared());
        if (!labs.isEmpty()) {
            check(labs, course);
        }
        end(true);
    }

    private void check(List<LabWork> labs, CourseLoader course) throws IOException {
        Walls.raise(request, labs, course);
        GuardedMain.standBeforeSecondJvms(request, labs);
        Thread.currentThread().setContextClassLoader(course);
        LauncherDiscoveryRequest discovery = LauncherDiscoveryRequestBuilder.request()
                .selectors(labs.stream()
                        .<DiscoverySelector>map(lab -> DiscoverySelectors.selectClass(course, lab.testClass()))
                        .toList())
                .filters((PostDiscoveryFilter)
                        test -> FilterResult.includedIf(!test.isTest() || isAskedFor(TestIdentifier.from(test))))
                .configurationParameter(Variant.PARAMETER, Variant.STARTER.name())
                .build();
        LauncherFactory.create(ALONE).execute(discovery, new GradeReporter(this::tell, () -> end(false)));
    }

    private boolean isAskedFor(TestIdentifier test) {
        return VerdictCollector.criterionId(test)
                .filter(id -> request.criteria().contains(id.toString()))
                .isPresent();
    }

    /**
     * Waits to be ended by the grader, with all brokers: an orderly exit would run shutdown hooks, which may be the learner's.
     * Containers are no processes of ours, though, and have to be removed.
     */
    private void end(boolean complete) {
        String backend = Clusters.backendName().orElse("none");
        tell(new GradeEvent.Ended(complete, backend, AppInfoParser.getVersion()));
        if (backend.equals("docker")) {
            System.exit(0);
        }
        while (true) {
            LockSupport.park();
        }
    }

    private void tell(GradeEvent event) {
        synchronized (seal) {
            grader.println(seal.sign(event));
            grader.flush();
        }
    }
}
