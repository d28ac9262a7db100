package io.kafkamastery.kit.lab;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Optional;

/**
 * A criterion's full name, for example {@code 1.3.b}.
 *
 * @param lab week and lab, {@code 1.3}
 * @param letter the criterion within the lab, {@code b}
 */
public record CriterionId(String lab, String letter) implements Comparable<CriterionId> {

    /** The id of a test method, or nothing if it is no criterion of a lab. */
    public static Optional<CriterionId> of(Class<?> testClass, Method method) {
        Lab lab = testClass.getAnnotation(Lab.class);
        Criterion criterion = method.getAnnotation(Criterion.class);
        return lab == null || criterion == null
                ? Optional.empty()
                : Optional.of(new CriterionId(lab.id(), criterion.id()));
    }

    /** @throws IllegalArgumentException if the text is not like {@code 1.3.b} */
    public static CriterionId parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !text.matches("\\d+\\.\\d+\\.[a-z]+")) {
            throw new IllegalArgumentException("'" + text + "' is no criterion: expected something like 1.3.b");
        }
        return new CriterionId(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(CriterionId other) {
        return Comparator.comparing(CriterionId::lab, CriterionId::compareNumbers)
                .thenComparing(CriterionId::letter)
                .compare(this, other);
    }

    /** By number, so that lab 1.10 comes after lab 1.9. */
    private static int compareNumbers(String one, String other) {
        return java.util.Arrays.compare(
                java.util.Arrays.stream(one.split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                java.util.Arrays.stream(other.split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @Override
    public String toString() {
        return lab + "." + letter;
    }
}
