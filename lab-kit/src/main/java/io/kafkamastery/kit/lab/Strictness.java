package io.kafkamastery.kit.lab;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What becomes of criteria that could not be judged: tolerated while somebody learns, failures when somebody grades
 * ({@code -Dlab.strict=true}).
 */
enum Strictness {
    LEARNING,
    GRADING;

    static final String PARAMETER = "lab.strict";

    static Strictness of(ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER, Boolean::parseBoolean)
                        .orElse(false)
                ? GRADING
                : LEARNING;
    }

    /** What to throw instead: as an assertion error it fails the test, and keeps the verdict as its cause. */
    RuntimeException apply(TestAbortedException undecided) {
        if (this == GRADING) {
            throw new AssertionError(undecided.getMessage(), undecided);
        }
        return undecided;
    }
}
