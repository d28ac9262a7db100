package io.kafkamastery.cli.grade.sandbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.kafkamastery.kit.report.Verdict;

/** What a sandbox tells while it works. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GradeEvent.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = GradeEvent.Prepared.class, name = "prepared"),
    @JsonSubTypes.Type(value = GradeEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = GradeEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = GradeEvent.Ended.class, name = "ended")
})
public sealed interface GradeEvent {

    /** Why a lab's code is not run. */
    enum Reason {
        DOES_NOT_COMPILE,
        NOT_ALLOWED
    }

    /** A lab's code is not run at all. */
    record Refused(String lab, Reason reason, String message) implements GradeEvent {}

    /** All code is compiled and inspected; none of it has run yet. */
    record Prepared() implements GradeEvent {}

    /** A criterion begins. */
    record Started(String criterion) implements GradeEvent {}

    /** A criterion has its verdict. */
    record Finished(String criterion, Verdict verdict, String message, long millis) implements GradeEvent {}

    /**
     * This sandbox has done what it can.
     *
     * @param complete false if it ended early because code that never ends is still running in it
     */
    record Ended(boolean complete, String backend, String kafkaVersion) implements GradeEvent {}
}
