package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.Capability;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The criteria of a lab that one JVM checks, while others check the rest at the same time and on the same broker.
 *
 * @param letters of the criteria; none for all there are
 */
public record Share(Set<String> letters) {

    /** The configuration parameter that tells a test run its share. */
    public static final String PARAMETER = "lab.share";

    /** For a JVM that checks alone. */
    public static final Share ALL = new Share(Set.of());

    public Share {
        letters = Set.copyOf(letters);
    }

    /** Whether that criterion is checked here. */
    public boolean includes(CriterionId criterion) {
        return letters.isEmpty() || letters.contains(criterion.letter());
    }

    /** Whether the criteria of a lab can be checked side by side: not if one hurts a broker, and with it the others. */
    public static boolean isPossible(Class<?> lab) {
        boolean disturbs = Stream.concat(Stream.of(lab), Stream.of(lab.getDeclaredMethods()))
                .filter(element -> element.isAnnotationPresent(Requires.class))
                .flatMap(element ->
                        Stream.of(element.getAnnotation(Requires.class).value()))
                .anyMatch(Capability::disturbsOthers);
        return KafkaExtension.spec(lab).brokers() == 1 && !disturbs;
    }

    static Share of(ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER).map(Share::parse).orElse(ALL);
    }

    /** Reads what {@link #toString()} says. */
    public static Share parse(String text) {
        return text.isEmpty() ? ALL : new Share(Set.of(text.split(",")));
    }

    /** As {@code a,d}; empty for all. */
    @Override
    public String toString() {
        return String.join(",", new TreeSet<>(letters));
    }
}
