package io.kafkamastery.cli.grade.sandbox;

import io.kafkamastery.cli.grade.inspect.Doorkeeper;
import io.kafkamastery.cli.grade.inspect.Rules;
import io.kafkamastery.cli.grade.sandbox.GradeRequest.LabWork;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.lab.Variant;
import io.kafkamastery.kit.report.VerdictCollector;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Set<String> given = new HashSet<>();
        for (String folder : request.given()) {
            given.addAll(Classes.in(Path.of(folder)));
        }
        CourseLoader course = new CourseLoader(
                request.classPath().stream().map(Path::of).toList(), GradeProcess.class.getClassLoader());
        List<LabWork> labs = request.prepare()
                ? new Preparation(request, given, course, this::tell).prepare(request.labs())
                : request.labs();
        tell(new GradeEvent.Prepared());
        if (!labs.isEmpty()) {
            check(labs, given, course);
        }
        end(true);
    }

    private void check(List<LabWork> labs, Set<String> given, CourseLoader course) {
        List<String> permissions = labs.stream()
                .flatMap(lab -> lab.permissions().stream())
                .distinct()
                .toList();
        Rules rules = Rules.forLabs(given, permissions);
        Set<String> tests = labs.stream()
                .map(lab -> lab.testClass().substring(0, lab.testClass().lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        LearnersLoader learners = new LearnersLoader(
                Path.of(request.classes()),
                labs.stream().map(LabWork::starterPackage).toList(),
                tests,
                rules,
                course);
        course.leaveTo(learners);
        Doorkeeper.stand(learners, rules);
        // The tests read JSON as well, into types of their own.
        JacksonGuard.install(
                rules, name -> learners.owns(name) || tests.stream().anyMatch(name::startsWith));
        // Some tests start a JVM of their own, which needs all of this as well.
        System.setProperty(
                "java.class.path",
                Stream.concat(
                                Stream.of(System.getProperty("java.class.path"), request.classes()),
                                request.classPath().stream())
                        .collect(Collectors.joining(File.pathSeparator)));
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
