package io.kafkamastery.kit.probe;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Says of an audit what must not have happened, and names the first records to which it did. Each method fails with an
 * {@link AssertionError}.
 */
public final class DeliveryAuditAssert extends AbstractAssert<DeliveryAuditAssert, DeliveryAudit> {

    private static final int MOST_NAMED = 5;

    private DeliveryAuditAssert(DeliveryAudit actual) {
        super(actual, DeliveryAuditAssert.class);
    }

    public static DeliveryAuditAssert assertThat(DeliveryAudit actual) {
        return new DeliveryAuditAssert(actual);
    }

    /** At least so many records were acknowledged. Ask this first: where nothing is acknowledged, nothing can be lost. */
    public DeliveryAuditAssert hasAcknowledgedAtLeast(int count) {
        isNotNull();
        if (actual.acknowledged() < count) {
            failWithMessage(
                    "Of %d records that were sent only %d were acknowledged, but at least %d should have been%s",
                    actual.attempts(), actual.acknowledged(), count, named(actual.unknown()));
        }
        return this;
    }

    /** Everything that was acknowledged can be read. Sends whose outcome is unknown do not count. */
    public DeliveryAuditAssert hasLostNothing() {
        isNotNull();
        return hasNone(actual.lost(), "Lost", " of " + actual.acknowledged() + " acknowledged records");
    }

    /** No id stands in the log twice. */
    public DeliveryAuditAssert hasNoDuplicates() {
        isNotNull();
        return hasNone(actual.duplicated(), "Duplicated", " of " + actual.attempts() + " records");
    }

    /** The records of each key stand in the order in which they were sent, all in one partition. */
    public DeliveryAuditAssert keepsOrderPerKey() {
        isNotNull();
        List<Finding> outOfOrder = Stream.<Finding>concat(actual.scattered().stream(), actual.reordered().stream())
                .toList();
        return hasNone(outOfOrder, "Order per key not kept", " time(s)");
    }

    /** Every acknowledged record that can be read stands where it was acknowledged, and all readings agree. */
    public DeliveryAuditAssert isNotDivergent() {
        isNotNull();
        return hasNone(actual.divergent(), "The log contradicts what was said about it", " time(s)");
    }

    /** Nothing that was reported as refused is in the log. */
    public DeliveryAuditAssert hasNothingRefusedYetReadable() {
        isNotNull();
        return hasNone(actual.refusedYetReadable(), "Reported as refused, and yet in the log", " record(s)");
    }

    /** Nothing is in the log that nobody sent. */
    public DeliveryAuditAssert hasOnlyWhatWasSent() {
        isNotNull();
        return hasNone(actual.neverSent(), "In the log, but never sent", " record(s)");
    }

    private DeliveryAuditAssert hasNone(List<? extends Finding> findings, String what, String ofHowMany) {
        if (!findings.isEmpty()) {
            failWithMessage("%s: %d%s%s", what, findings.size(), ofHowMany, named(findings));
        }
        return this;
    }

    private static String named(List<? extends Finding> findings) {
        String named = findings.stream()
                .limit(MOST_NAMED)
                .map(finding -> "\n  " + finding.sentence())
                .collect(Collectors.joining());
        int more = findings.size() - MOST_NAMED;
        return more > 0 ? named + "\n  and " + more + " more" : named;
    }
}
