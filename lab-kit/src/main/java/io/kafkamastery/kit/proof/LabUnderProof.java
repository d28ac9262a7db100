package io.kafkamastery.kit.proof;

import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.CriterionId;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.LabModule;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.commons.support.ReflectionSupport;

/** A lab, all that stands beside it, and what the proof has found out about it so far. */
final class LabUnderProof {

    private final Class<?> testClass;
    private final LabModule module;
    private final Lab lab;
    private final Map<String, List<CriterionVerdict>> verdictsByVariant = new LinkedHashMap<>();
    private final List<MistakeFinding> findings = new ArrayList<>();

    LabUnderProof(Class<?> testClass, LabModule module) {
        this.testClass = testClass;
        this.module = module;
        this.lab = testClass.getAnnotation(Lab.class);
    }

    String id() {
        return lab.id();
    }

    String title() {
        return lab.title();
    }

    Class<?> testClass() {
        return testClass;
    }

    LabModule module() {
        return module;
    }

    /** The manifest: every criterion that the test class declares. */
    SortedMap<CriterionId, Method> criteria() {
        SortedMap<CriterionId, Method> criteria = new TreeMap<>();
        for (Method method : testClass.getDeclaredMethods()) {
            CriterionId.of(testClass, method).ifPresent(criterion -> {
                if (criteria.put(criterion, method) != null) {
                    throw new AssertionError(
                            "Two criteria of " + testClass.getSimpleName() + " are called " + criterion);
                }
            });
        }
        return criteria;
    }

    String textOf(CriterionId criterion) {
        return criteria().get(criterion).getAnnotation(Criterion.class).value();
    }

    /** The annotated classes in one of the rooms beside the contract, by name. */
    List<Class<?>> annotated(String room, Class<? extends Annotation> annotation) {
        return ReflectionSupport.findAllClassesInPackage(
                        testClass.getPackageName() + "." + room,
                        type -> type.isAnnotationPresent(annotation),
                        name -> true)
                .stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    void record(String variant, List<CriterionVerdict> verdicts) {
        verdictsByVariant.put(variant, verdicts);
    }

    void record(MistakeFinding finding) {
        findings.add(finding);
    }

    Map<String, List<CriterionVerdict>> verdictsByVariant() {
        return verdictsByVariant;
    }

    List<MistakeFinding> findings() {
        return findings;
    }
}
