package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.probe.Finding.Divergent;
import io.kafkamastery.kit.probe.Finding.Duplicated;
import io.kafkamastery.kit.probe.Finding.Lost;
import io.kafkamastery.kit.probe.Finding.NeverSent;
import io.kafkamastery.kit.probe.Finding.RefusedYetReadable;
import io.kafkamastery.kit.probe.Finding.Reordered;
import io.kafkamastery.kit.probe.Finding.Scattered;
import io.kafkamastery.kit.probe.Finding.UnknownSend;
import java.util.Collection;
import java.util.List;

/**
 * The comparison of what senders were told with what readers find, in the words of the trade. A send that timed out is
 * {@code unknown}, never lost: it may or may not be there.
 *
 * <pre>{@code
 * DeliveryAudit audit = DeliveryAudit.of(attempts.all(),
 *         Reading.of("after the failover", TopicProbe.of(kafka, topic).strings(), ConsumerRecord::value));
 * DeliveryAuditAssert.assertThat(audit).hasAcknowledgedAtLeast(10).hasLostNothing().hasNoDuplicates();
 * }</pre>
 *
 * @param attempts how many records somebody tried to send
 * @param acknowledged how many of them were acknowledged
 * @param lost acknowledged, but not in the log
 * @param duplicated more than once in the log, whatever the sender was told
 * @param reordered behind a record of the same key and partition that was sent later; a repetition is no reordering
 * @param scattered keys whose records are in several partitions
 * @param divergent acknowledged at a place where something else, or nothing, is now; or two readings disagree
 * @param refusedYetReadable reported as refused, and yet in the log
 * @param neverSent in the log, but among no attempts
 * @param unknown sends whose outcome nobody was told
 */
public record DeliveryAudit(
        int attempts,
        int acknowledged,
        List<Lost> lost,
        List<Duplicated> duplicated,
        List<Reordered> reordered,
        List<Scattered> scattered,
        List<Divergent> divergent,
        List<RefusedYetReadable> refusedYetReadable,
        List<NeverSent> neverSent,
        List<UnknownSend> unknown) {

    public DeliveryAudit {
        lost = List.copyOf(lost);
        duplicated = List.copyOf(duplicated);
        reordered = List.copyOf(reordered);
        scattered = List.copyOf(scattered);
        divergent = List.copyOf(divergent);
        refusedYetReadable = List.copyOf(refusedYetReadable);
        neverSent = List.copyOf(neverSent);
        unknown = List.copyOf(unknown);
    }

    /**
     * Compares attempts with what can be read.
     *
     * @param attempts in the order in which they were sent
     * @param now what can be read in the end: it decides what is lost, duplicated or out of order
     * @param others earlier readings, or readings of other replicas, to be contradicted by {@code now} or not
     * @throws IllegalArgumentException if two attempts have the same id
     */
    public static DeliveryAudit of(Collection<Attempt> attempts, Reading now, Reading... others) {
        return new Comparison(attempts, now).audit(List.of(others));
    }

    /** The figures in one line. */
    public String summary() {
        return attempts + " sent, " + acknowledged + " acknowledged, " + unknown.size() + " unknown; " + lost.size()
                + " lost, " + duplicated.size() + " duplicated, " + scattered.size() + " scattered, " + reordered.size()
                + " reordered, "
                + divergent.size() + " divergent";
    }
}
