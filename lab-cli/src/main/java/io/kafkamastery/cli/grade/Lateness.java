package io.kafkamastery.cli.grade;

import java.time.Duration;

/**
 * How late a submission is, and what that costs.
 *
 * @param late zero if it was in time, or there is no date
 * @param percentOff percentage points
 */
public record Lateness(Duration late, double percentOff) {

    public static final Lateness NONE = new Lateness(Duration.ZERO, 0);

    public boolean isLate() {
        return !late.isZero();
    }
}
