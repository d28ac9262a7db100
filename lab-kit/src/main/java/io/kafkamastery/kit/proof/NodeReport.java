package io.kafkamastery.kit.proof;

import io.kafkamastery.kit.report.CriterionVerdict;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/**
 * What came of one node of a lab's proof, in the form in which a worker tells it.
 *
 * @param backend what ran the brokers, or {@code none} if none were asked for yet
 * @param message why it does not hold, or why that cannot be told here; empty if it holds
 * @param verdicts what the node found out about variants of the lab, by their names
 * @param mistakes what it found out about mistakes
 */
record NodeReport(
        Outcome outcome,
        String message,
        String backend,
        Map<String, List<CriterionVerdict>> verdicts,
        List<MistakeFinding> mistakes) {

    static final String NO_BACKEND = "none";

    enum Outcome {
        HOLDS,
        FAILS,
        /** This cluster does not allow to tell. */
        UNCHECKED
    }

    static NodeReport brokenOff(String message) {
        return new NodeReport(Outcome.FAILS, message, NO_BACKEND, Map.of(), List.of());
    }

    /** Lets the node end in this JVM as it ended in the worker's. */
    void throwUnlessHolds() {
        switch (outcome) {
            case HOLDS -> {}
            case FAILS -> throw new AssertionError(message);
            case UNCHECKED -> throw new TestAbortedException(message);
        }
    }
}
