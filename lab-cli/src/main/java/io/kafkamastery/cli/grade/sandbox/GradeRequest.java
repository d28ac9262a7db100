package io.kafkamastery.cli.grade.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;

/**
 * What a sandbox is asked to do, as one line on its standard input.
 *
 * @param key that the answers are signed with, for this sandbox alone
 * @param sources the learner's files, by package
 * @param classes where they are compiled to
 * @param given class folders of the course that learners' code may use: contracts, and the domain's types
 * @param classPath all that the tests run with: given classes, the tests themselves, libraries
 * @param prepare whether to compile and inspect first; a later sandbox for the same code need not
 * @param criteria which criteria to check, by their full ids
 */
public record GradeRequest(
        String key,
        String sources,
        String classes,
        List<String> given,
        List<String> classPath,
        List<LabWork> labs,
        boolean prepare,
        Set<String> criteria) {

    /**
     * A lab with something of the learner's in it.
     *
     * @param starterPackage where the learner's classes have to stand
     * @param testClass its criteria
     * @param permissions beyond what every lab may do
     */
    public record LabWork(String id, String starterPackage, String testClass, List<String> permissions) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a second JVM has to know to be guarded as the first one is: all but the key. */
    GradeRequest forSecondJvm(List<LabWork> running) {
        return new GradeRequest("", sources, classes, given, classPath, running, false, Set.of());
    }

    String toLine() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static GradeRequest parse(String line) throws JsonProcessingException {
        return JSON.readValue(line, GradeRequest.class);
    }
}
