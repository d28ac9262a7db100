package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.VerdictCollector;
import io.kafkamastery.kit.sample.GreeterLab;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the sample lab on a launcher of its own. */
public final class SampleRun {

    private SampleRun() {}

    /** The verdicts on a variant, by letter. */
    static List<CriterionVerdict> verdicts(String variant, Map<String, String> parameters) {
        VerdictCollector collector = new VerdictCollector();
        run(variant, parameters, collector);
        return collector.labs().get(0).criteria();
    }

    static void run(String variant, Map<String, String> parameters, TestExecutionListener listener) {
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(GreeterLab.class))
                                .configurationParameter(Variant.PARAMETER, variant)
                                .configurationParameters(parameters)
                                .build(),
                        listener);
    }
}
