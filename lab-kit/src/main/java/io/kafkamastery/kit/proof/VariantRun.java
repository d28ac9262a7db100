package io.kafkamastery.kit.proof;

import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.Share;
import io.kafkamastery.kit.lab.Variant;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.VerdictCollector;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs criteria of a lab with one variant of its code, in this JVM and with its clusters, and collects the verdicts. */
final class VariantRun {

    private static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();

    private final VerdictCollector collector = new VerdictCollector();

    VariantRun(LabUnderProof lab, Variant variant, Collection<Method> criteria) {
        List<MethodSelector> selectors = criteria.stream()
                .map(method -> DiscoverySelectors.selectMethod(lab.testClass(), method))
                .toList();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter(Variant.PARAMETER, variant.name())
                // So that no topics are created for the other criteria.
                .configurationParameter(Share.PARAMETER, shareOf(lab, criteria).toString())
                // Whoever proves strictly still wants to see a starter that is to do, and not one that fails.
                .configurationParameter("lab.strict", "false")
                .build();
        Launcher launcher = LauncherFactory.create(ALONE);
        launcher.execute(request, collector);
    }

    private static Share shareOf(LabUnderProof lab, Collection<Method> criteria) {
        return new Share(criteria.stream()
                .flatMap(method -> CriterionId.of(lab.testClass(), method).stream())
                .map(CriterionId::letter)
                .collect(Collectors.toSet()));
    }

    Map<CriterionId, VerdictCollector.Outcome> outcomes() {
        return collector.outcomes();
    }

    List<CriterionVerdict> verdicts() {
        return collector.labs().stream().flatMap(lab -> lab.criteria().stream()).toList();
    }
}
