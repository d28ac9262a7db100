package io.kafkamastery.kit.bench;

import java.util.Arrays;

/** Durations of the same thing, in milliseconds, as a median with its spread. */
public record Measurements(long... millis) {

    public Measurements {
        if (millis.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        millis = millis.clone();
        Arrays.sort(millis);
    }

    public long median() {
        return millis[millis.length / 2];
    }

    /** For example {@code 0.81 s (0.76–1.02, n=5)}. */
    @Override
    public String toString() {
        return String.format(
                "%.2f s (%.2f–%.2f, n=%d)",
                median() / 1000.0, millis[0] / 1000.0, millis[millis.length - 1] / 1000.0, millis.length);
    }
}
