package io.kafkamastery.kit.report;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a criterion ends. The four are never confused, and only one of them counts as met. */
public enum Verdict {
    MET("met"),
    NOT_MET("not-met"),
    TO_DO("to-do"),
    CANNOT_CHECK("cannot-check");

    private final String json;

    Verdict(String json) {
        this.json = json;
    }

    /** As it stands in result files. */
    @JsonValue
    public String json() {
        return json;
    }
}
