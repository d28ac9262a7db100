package io.kafkamastery.kit.check;

import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.Share;
import io.kafkamastery.kit.lab.Variant;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The main class of a JVM that checks labs once: it gets ready, waits for a {@link CheckRequest} on its standard input,
 * reports {@link CheckEvent}s on its standard output, and ends. When its standard input closes, because whoever started it
 * is gone, it ends at once, whatever it is doing.
 *
 * <p>The week's classes are loaded when the request comes and not before, so that a JVM can wait for a learner to save.
 */
public final class CheckProcess {

    /** With this argument it runs {@link WarmUp} first, and says when it is ready. */
    public static final String WARM = "warm";

    /** With this one it also removes the topics that broken off checks have left, so that no check may run meanwhile. */
    public static final String SWEEP = "sweep";

    static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();

    private CheckProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BlockingQueue<CheckRequest> requests = new ArrayBlockingQueue<>(1);
        Thread starter = new Thread(() -> listen(requests), "listen-to-starter");
        starter.setDaemon(true);
        starter.start();
        List<String> wishes = List.of(arguments);
        if (wishes.contains(SWEEP)) {
            WarmUp.sweep();
        }
        if (wishes.contains(WARM)) {
            WarmUp.runUntil(() -> !requests.isEmpty());
        }
        tell(new CheckEvent.Ready());
        check(requests.take());
        System.exit(0);
    }

    /** The first line is the request. The end of the input means that nobody is waiting for the verdicts any more. */
    private static void listen(BlockingQueue<CheckRequest> requests) {
        try (BufferedReader starter = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = starter.readLine(); line != null; line = starter.readLine()) {
                requests.offer(CheckRequest.parse(line));
            }
        } catch (IOException brokenPipe) {
            // Means the same as its end.
        }
        Runtime.getRuntime().halt(1);
    }

    private static void check(CheckRequest request) throws IOException {
        URLClassLoader loader = new URLClassLoader(urlsOf(request.classPath()), CheckProcess.class.getClassLoader());
        // Some tests start a JVM of their own, which needs the week's classes as well.
        System.setProperty(
                "java.class.path",
                Stream.concat(
                                Stream.of(System.getProperty("java.class.path")),
                                request.classPath().stream().map(Path::toString))
                        .collect(Collectors.joining(File.pathSeparator)));
        Thread.currentThread().setContextClassLoader(loader);
        LauncherDiscoveryRequest discovery = LauncherDiscoveryRequestBuilder.request()
                .selectors(request.packages().stream()
                        .map(DiscoverySelectors::selectPackage)
                        .toList())
                .filters(ClassNameFilter.includeClassNamePatterns(".*LabTest"), only(request.share()))
                .configurationParameter(Variant.PARAMETER, request.variant())
                .configurationParameter(Share.PARAMETER, request.share().toString())
                .build();
        CheckReporter reporter = new CheckReporter();
        LauncherFactory.create(ALONE).execute(discovery, reporter);
        reporter.end();
    }

    private static PostDiscoveryFilter only(Share share) {
        return test -> FilterResult.includedIf(test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .flatMap(source -> CriterionId.of(source.getJavaClass(), source.getJavaMethod())
                        .map(share::includes))
                .orElse(true));
    }

    /** What is on this JVM's own class path already is not loaded twice. */
    private static URL[] urlsOf(List<Path> classPath) throws IOException {
        Set<Path> known = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .collect(Collectors.toSet());
        List<URL> urls = new ArrayList<>();
        for (Path path : classPath) {
            if (!known.contains(path)) {
                urls.add(path.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    static void tell(CheckEvent event) {
        System.out.println(event.toLine());
        System.out.flush();
    }
}
