package io.kafkamastery.cli.build;

import io.kafkamastery.cli.course.LabSheet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What came of compiling a week.
 *
 * @param shared errors in what all labs need; if there are any, no lab was compiled
 * @param broken the labs whose starters do not compile, and why
 */
public record Compiled(List<CompileError> shared, Map<LabSheet, List<CompileError>> broken) {

    public List<CompileError> errors() {
        return Stream.concat(shared.stream(), broken.values().stream().flatMap(List::stream))
                .toList();
    }
}
