package io.kafkamastery.kit.probe;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells where code stands in the learner's own lines, without the forty frames of Java, Kafka and JUnit around them. */
final class LearnerFrames {

    private static final List<String> OTHERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.apache.kafka.",
            "org.junit.",
            "org.assertj.",
            "org.awaitility.",
            "org.slf4j.",
            "io.kafkamastery.kit.");

    /** The criteria themselves, by how their classes are named. */
    private static final String LAB_TEST = "LabTest";

    /** What stands beside a contract belongs to the lab; the learner's code is in the rooms below. */
    private static final Pattern BESIDE_A_CONTRACT = Pattern.compile("io\\.kafkamastery\\.week\\d+\\.\\w+\\.[A-Z].*");

    private static final int MOST = 8;

    private LearnerFrames() {}

    /** The learner's frames among these, innermost first. */
    static List<StackTraceElement> among(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> OTHERS.stream().noneMatch(frame.getClassName()::startsWith))
                .filter(frame -> !frame.getClassName().contains(LAB_TEST))
                .filter(frame ->
                        !BESIDE_A_CONTRACT.matcher(frame.getClassName()).matches())
                .toList();
    }

    /** A sentence that ends in the lines where the thread is now, or says that it is in none of them. */
    static String whereIs(Thread thread) {
        List<StackTraceElement> frames = among(thread.getStackTrace());
        if (frames.isEmpty()) {
            return "It is in none of your lines at the moment.";
        }
        return frames.stream()
                .limit(MOST)
                .map(frame -> "\n    at " + frame.getClassName() + "." + frame.getMethodName() + "("
                        + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .collect(Collectors.joining("", "It is still here:", ""));
    }
}
