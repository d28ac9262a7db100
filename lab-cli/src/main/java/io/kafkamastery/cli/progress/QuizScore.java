package io.kafkamastery.cli.progress;

import java.time.Instant;

/** How a quiz went, once. */
public record QuizScore(Instant taken, int right, int of) {

    double share() {
        return (double) right / of;
    }
}
