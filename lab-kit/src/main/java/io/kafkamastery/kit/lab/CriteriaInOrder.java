package io.kafkamastery.kit.lab;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs a lab's criteria by letter, as they stand on its page. */
final class CriteriaInOrder implements MethodOrderer {

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(Comparator.comparing(CriteriaInOrder::letter));
    }

    private static String letter(MethodDescriptor method) {
        return method.findAnnotation(Criterion.class).map(Criterion::id).orElse("");
    }
}
