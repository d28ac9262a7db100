package io.kafkamastery.kit.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the learner's lines in a stack trace from everybody else's: those in a room beside the contract, such as
 * {@code …ordering.starter}.
 */
final class LearnersCode {

    private static final String ROOMS = "(starter|solution|mistakes|alternatives)";
    private final String pattern;

    LearnersCode(Class<?> testClass) {
        this.pattern = testClass.getPackageName().replace(".", "\\.") + "\\." + ROOMS + "\\..*";
    }

    boolean owns(StackTraceElement frame) {
        return frame.getClassName().matches(pattern);
    }

    /** The innermost line of the learner's in a failure or its causes. */
    Optional<StackTraceElement> lineIn(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(20)
                .flatMap(t -> Arrays.stream(t.getStackTrace()))
                .filter(this::owns)
                .findFirst();
    }

    /** Where the learner's code is right now: in this thread, or else in any other. */
    List<StackTraceElement> whereaboutsPreferring(Thread preferred) {
        List<StackTraceElement> here = ownFrames(preferred.getStackTrace());
        return here.isEmpty()
                ? Thread.getAllStackTraces().entrySet().stream()
                        .filter(entry -> entry.getKey() != preferred)
                        .map(Map.Entry::getValue)
                        .map(this::ownFrames)
                        .filter(frames -> !frames.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                : here;
    }

    private List<StackTraceElement> ownFrames(StackTraceElement[] stack) {
        return Arrays.stream(stack).filter(this::owns).toList();
    }
}
