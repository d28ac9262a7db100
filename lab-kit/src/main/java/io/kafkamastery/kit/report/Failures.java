package io.kafkamastery.kit.report;

import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.lab.LearnersLine;

/** Puts failures into the words that a learner reads. */
final class Failures {

    private Failures() {}

    static boolean isOrHasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    static String message(VerdictCollector.Outcome outcome) {
        Throwable failure = outcome.failure();
        if (failure == null) {
            return "";
        }
        StringBuilder message = new StringBuilder(sentence(failure, outcome.testClass()));
        for (Throwable also : failure.getSuppressed()) {
            if (also instanceof AssertionError && also.getMessage() != null) {
                message.append('\n').append(also.getMessage());
            }
        }
        return message.toString().strip();
    }

    private static String sentence(Throwable failure, Class<?> testClass) {
        boolean speaksForItself = failure instanceof AssertionError
                || failure instanceof org.opentest4j.TestAbortedException
                || isOrHasCause(failure, ClusterException.class);
        if (speaksForItself && failure.getMessage() != null) {
            return failure.getMessage();
        }
        String place = LearnersLine.in(failure, testClass)
                .map(line -> " (at " + line + ")")
                .orElse("");
        return "Your code threw " + failure + place;
    }
}
