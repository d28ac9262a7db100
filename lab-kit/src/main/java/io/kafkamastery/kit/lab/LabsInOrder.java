package io.kafkamastery.kit.lab;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Runs the labs of a week by number, other tests after them. */
public final class LabsInOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(LabsInOrder::firstCriterion));
    }

    private static CriterionId firstCriterion(ClassDescriptor testClass) {
        return testClass
                .findAnnotation(Lab.class)
                .map(lab -> new CriterionId(lab.id(), ""))
                .orElse(new CriterionId("999.999", ""));
    }
}
