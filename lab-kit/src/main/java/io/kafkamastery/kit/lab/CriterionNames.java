package io.kafkamastery.kit.lab;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names tests as the lab's page does: "1.3.b An order whose handler crashed is delivered again after a restart". */
final class CriterionNames extends DisplayNameGenerator.Standard {

    @Override
    public String generateDisplayNameForClass(Class<?> testClass) {
        Lab lab = testClass.getAnnotation(Lab.class);
        return lab == null ? super.generateDisplayNameForClass(testClass) : "Lab " + lab.id() + ": " + lab.title();
    }

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        return CriterionId.of(testClass, method)
                .map(id -> id + " " + method.getAnnotation(Criterion.class).value())
                .orElseGet(() -> super.generateDisplayNameForMethod(enclosing, testClass, method));
    }
}
