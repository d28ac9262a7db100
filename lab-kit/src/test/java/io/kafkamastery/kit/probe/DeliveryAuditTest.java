package io.kafkamastery.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** The audit's logic, on logs made up for the purpose. */
class DeliveryAuditTest {

    private static final TopicPartition P0 = new TopicPartition("orders", 0);
    private static final TopicPartition P1 = new TopicPartition("orders", 1);

    private final Attempts attempts = new Attempts();
    private final Map<Position, String> log = new TreeMap<>();

    @Test
    void findsNothingWhereAllIsWell() {
        acknowledged("order-1", "ana", P0, 0);
        acknowledged("order-2", "ben", P1, 0);
        acknowledged("order-3", "ana", P0, 1);
        stands(P0, 0, "order-1", "order-3");
        stands(P1, 0, "order-2");

        DeliveryAudit audit = audit();
        DeliveryAuditAssert.assertThat(audit)
                .hasAcknowledgedAtLeast(3)
                .hasLostNothing()
                .hasNoDuplicates()
                .keepsOrderPerKey()
                .isNotDivergent()
                .hasNothingRefusedYetReadable()
                .hasOnlyWhatWasSent();
        assertThat(audit.summary())
                .isEqualTo(
                        "3 sent, 3 acknowledged, 0 unknown; 0 lost, 0 duplicated, 0 scattered, 0 reordered, 0 divergent");
    }

    @Test
    void namesWhatWasLost() {
        acknowledged("order-16", "ana", P0, 41);
        acknowledged("order-17", "ana", P0, 42);
        stands(P0, 41, "order-16");

        assertThat(audit().lost()).containsExactly(new Finding.Lost("order-17", new Position(P0, 42)));
        assertThatThrownBy(() -> DeliveryAuditAssert.assertThat(audit()).hasLostNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessage("Lost: 1 of 2 acknowledged records\n"
                        + "  order-17 was acknowledged at offset 42 of orders-0 but cannot be read any more");
    }

    @Test
    void namesTheFirstFewAndCountsTheRest() {
        IntStream.range(0, 17).forEach(i -> acknowledged("order-" + i, null, P0, i));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DeliveryAuditAssert.assertThat(audit()).hasLostNothing())
                .withMessageStartingWith("Lost: 17 of 17 acknowledged records\n  order-0 was")
                .withMessageContaining("order-4 was acknowledged")
                .withMessageNotContaining("order-5")
                .withMessageEndingWith("\n  and 12 more");
    }

    @Test
    void neverCountsAnUnknownSendAsLost() {
        attempts.add("order-1", "ana", Outcome.unknown("timed out"));
        attempts.add("order-2", "ana", Outcome.unknown("timed out"));
        stands(P0, 0, "order-2");

        DeliveryAudit audit = audit();
        DeliveryAuditAssert.assertThat(audit).hasLostNothing().isNotDivergent().hasOnlyWhatWasSent();
        assertThat(audit.unknown())
                .containsExactly(
                        new Finding.UnknownSend("order-1", "timed out", false),
                        new Finding.UnknownSend("order-2", "timed out", true));
        assertThatThrownBy(() -> DeliveryAuditAssert.assertThat(audit).hasAcknowledgedAtLeast(1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Of 2 records that were sent only 0 were acknowledged, but at least 1 should have been\n"
                        + "  nobody was told what became of order-1 (timed out); it is not in the log\n"
                        + "  nobody was told what became of order-2 (timed out); it is in the log");
    }

    @Test
    void namesEveryPlaceOfADuplicate() {
        acknowledged("order-1", "ana", P0, 2);
        acknowledged("order-2", "ana", P0, 1);
        stands(P0, 0, "order-1", "order-2", "order-1");

        assertThatThrownBy(() -> DeliveryAuditAssert.assertThat(audit()).hasNoDuplicates())
                .isInstanceOf(AssertionError.class)
                .hasMessage("Duplicated: 1 of 2 records\n"
                        + "  order-1 stands 2 times in the log: at offset 0 of orders-0 and at offset 2 of orders-0");
        DeliveryAuditAssert.assertThat(audit())
                .as("a repetition is no reordering, and one of its places is the acknowledged one")
                .keepsOrderPerKey()
                .isNotDivergent();
    }

    @Test
    void seesThatARecordWasOvertaken() {
        acknowledged("order-1", "ana", P0, 2);
        acknowledged("order-2", "ana", P0, 0);
        acknowledged("order-3", "ben", P0, 1);
        stands(P0, 0, "order-2", "order-3", "order-1");

        assertThat(audit().reordered()).containsExactly(new Finding.Reordered("ana", "order-1", "order-2", P0));
        assertThatThrownBy(() -> DeliveryAuditAssert.assertThat(audit()).keepsOrderPerKey())
                .isInstanceOf(AssertionError.class)
                .hasMessage("Order per key not kept: 1 time(s)\n"
                        + "  order-1 was sent before order-2 but stands behind it in orders-0 (both have key ana)");
    }

    @Test
    void doesNotExpectOrderBetweenKeysOrWithoutKey() {
        acknowledged("order-1", "ana", P0, 1);
        acknowledged("order-2", "ben", P0, 0);
        acknowledged("order-3", null, P0, 3);
        acknowledged("order-4", null, P0, 2);
        stands(P0, 0, "order-2", "order-1", "order-4", "order-3");
        DeliveryAuditAssert.assertThat(audit()).keepsOrderPerKey();
    }

    @Test
    void seesThatAKeyIsScattered() {
        acknowledged("order-1", "ana", P0, 0);
        acknowledged("order-2", "ana", P1, 0);
        stands(P0, 0, "order-1");
        stands(P1, 0, "order-2");
        assertThatThrownBy(() -> DeliveryAuditAssert.assertThat(audit()).keepsOrderPerKey())
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("the records of ana are spread over orders-0 and orders-1, "
                        + "and nothing keeps an order between partitions");
    }

    @Test
    void seesThatAnotherRecordTookThePlace() {
        acknowledged("order-1", "ana", P0, 0);
        acknowledged("order-2", "ana", P0, 0);
        stands(P0, 0, "order-2");
        assertThatThrownBy(() -> DeliveryAuditAssert.assertThat(audit()).isNotDivergent())
                .isInstanceOf(AssertionError.class)
                .hasMessage("The log contradicts what was said about it: 1 time(s)\n"
                        + "  order-1 was acknowledged at offset 0 of orders-0, but order-2 stands there now");
        assertThat(audit().lost()).as("it is lost as well").hasSize(1);
    }

    @Test
    void seesThatARecordMoved() {
        acknowledged("order-1", "ana", P0, 7);
        stands(P0, 3, "order-1");
        assertThat(audit().divergent())
                .singleElement()
                .extracting(Finding::sentence)
                .isEqualTo("order-1 was acknowledged at offset 7 of orders-0, but stands at offset 3 of orders-0");
        DeliveryAuditAssert.assertThat(audit()).hasLostNothing();
    }

    @Test
    void seesThatReadingsDisagree() {
        attempts.add("order-1", "ana", Outcome.unknown("timed out"));
        attempts.add("order-2", "ana", Outcome.unknown("timed out"));
        stands(P0, 0, "order-2");
        Reading before = new Reading(
                "before the failover", Map.of(new Position(P0, 0), "order-1", new Position(P0, 1), "order-2"));
        assertThat(DeliveryAudit.of(attempts.all(), new Reading("after it", log), before)
                        .divergent())
                .singleElement()
                .extracting(Finding::sentence)
                .isEqualTo("at offset 0 of orders-0 stands order-2 (after it), but also order-1 (before the failover)");
    }

    @Test
    void seesWhatShouldNotBeThere() {
        attempts.add("order-1", "ana", Outcome.refused("too large"));
        attempts.add("order-2", "ana", Outcome.refused("too large"));
        stands(P0, 0, "order-1", "order-9");
        assertThatThrownBy(() -> DeliveryAuditAssert.assertThat(audit()).hasNothingRefusedYetReadable())
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith(
                        "order-1 was reported as refused (too large) but can be read at offset 0 of orders-0");
        assertThatThrownBy(() -> DeliveryAuditAssert.assertThat(audit()).hasOnlyWhatWasSent())
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("order-9 can be read at offset 1 of orders-0 but nobody sent it");
    }

    @Test
    void tellsARefusalFromAnUnknownOutcome() {
        assertThat(List.of(
                        new RecordTooLargeException("…"),
                        new SerializationException("…"),
                        new TopicAuthorizationException("…")))
                .allSatisfy(error -> assertThat(Outcome.of(null, error)).isInstanceOf(Outcome.Refused.class));
        assertThat(List.of(
                        new TimeoutException("…"),
                        new NotEnoughReplicasException("…"),
                        new NotEnoughReplicasAfterAppendException("…"),
                        new OutOfOrderSequenceException("…"),
                        new IllegalStateException("closed")))
                .allSatisfy(error -> assertThat(Outcome.of(null, error)).isInstanceOf(Outcome.Unknown.class));
        assertThat(Outcome.of(new RecordMetadata(P0, 5, 0, 0, 0, 0), null)).isEqualTo(Outcome.acknowledged(P0, 5));
    }

    @Test
    void isUnknownUntilTheAnswerComes() {
        Callback callback = attempts.sending("order-1", "ana");
        assertThat(audit().unknown()).hasSize(1);
        callback.onCompletion(new RecordMetadata(P0, 0, 0, 0, 0, 0), null);
        assertThat(audit().unknown()).isEmpty();
        assertThat(attempts.acknowledged()).isEqualTo(1);
    }

    @Test
    void insistsOnIdsOfTheirOwn() {
        attempts.sending("order-1", "ana");
        assertThatThrownBy(() -> attempts.sending("order-1", "ana"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order-1");
        assertThatThrownBy(() -> attempts.conclude("order-2", Outcome.refused("…")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order-2");
        assertThatCode(() -> attempts.sending("order-2", null)).doesNotThrowAnyException();
    }

    private void acknowledged(String id, String key, TopicPartition partition, long offset) {
        attempts.add(id, key, Outcome.acknowledged(partition, offset));
    }

    private void stands(TopicPartition partition, long firstOffset, String... ids) {
        for (int i = 0; i < ids.length; i++) {
            log.put(new Position(partition, firstOffset + i), ids[i]);
        }
    }

    private DeliveryAudit audit() {
        return DeliveryAudit.of(attempts.all(), new Reading("in the end", log));
    }
}
