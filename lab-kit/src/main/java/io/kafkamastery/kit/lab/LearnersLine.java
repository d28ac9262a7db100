package io.kafkamastery.kit.lab;

import java.util.Optional;

/** Finds, for messages, the line of the learner's that a failure came through. */
public final class LearnersLine {

    private LearnersLine() {}

    /** The innermost line of the code under test in the failure or its causes, like {@code MyReader.run(MyReader.java:42)}. */
    public static Optional<String> in(Throwable failure, Class<?> testClass) {
        return new LearnersCode(testClass)
                .lineIn(failure)
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName() + "("
                        + frame.getFileName() + ":" + frame.getLineNumber() + ")");
    }
}
