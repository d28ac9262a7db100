package io.kafkamastery.week01.crew;

import static io.kafkamastery.week01.crew.WrittenOrders.at;
import static io.kafkamastery.week01.crew.WrittenOrders.numbered;
import static io.kafkamastery.week01.crew.WrittenOrders.write;
import static io.kafkamastery.week01.crew.WrittenOrders.writeTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.GroupProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week01.crew.HandledOrders.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

@Lab(id = "1.6", title = "Consumer groups")
class OrderCrewLabTest {

    /** The number of the order that a worker has in hand when the crew is closed. */
    private static final int LAST = 231;

    @Criterion(
            id = "a",
            value = "Two workers on four partitions get two each, work at the same time, and handle every order once")
    void sharesTheWork(OrderCrew lab, KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders, FreshNames names) {
        Meeting meeting = new Meeting(2);
        HandledOrders handled = new HandledOrders(meeting);
        List<String> written;
        Roster roster;
        try (CrewUnderTest crew = CrewUnderTest.start(lab, kafka, names.group("loyalty"), orders, handled)) {
            crew.hire("Ada", "Ben");
            roster = crew.awaitShares(2, 2);
            written = write(kafka, orders, 200);
            crew.awaitHandled(written);
        }
        meeting.assertTookPlace();
        handled.assertEachOnce(written);
        handled.assertHandledBy(roster);
        handled.assertOneAtATime();
        handled.assertInOrder();
    }

    @Criterion(
            id = "b",
            value = "A fifth worker on four partitions is idle and reported so, and steps in when another leaves")
    void keepsASpare(OrderCrew lab, KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders, FreshNames names) {
        HandledOrders handled = new HandledOrders();
        List<String> written;
        try (CrewUnderTest crew = CrewUnderTest.start(lab, kafka, names.group("loyalty"), orders, handled)) {
            crew.hire("Ada", "Ben", "Cleo", "Dan", "Eve");
            Roster roster = crew.awaitShares(1, 1, 1, 1, 0);
            assertThat(roster.idle()).as("the idle workers of: %s", roster).hasSize(1);

            String leaving = roster.partitions().keySet().stream()
                    .filter(worker -> !roster.idle().contains(worker))
                    .findFirst()
                    .orElseThrow();
            crew.dismiss(leaving);

            Roster without = crew.awaitShares(1, 1, 1, 1);
            assertThat(without.idle())
                    .as("the idle workers after %s has left: %s", leaving, without)
                    .isEmpty();
            written = write(kafka, orders, 40);
            crew.awaitHandled(written);
        }
        handled.assertEachOnce(written);
    }

    @Criterion(
            id = "c",
            value = "A worker that leaves finishes the order in hand, its partitions move, and no order is lost",
            seconds = 90)
    void losesNothingWhenAWorkerLeaves(
            OrderCrew lab, KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders, FreshNames names) {
        Hold hold = Hold.of("Ada", 10);
        Hold holdAtClose = Hold.of("Ben", 1);
        HandledOrders handled = new HandledOrders(
                delivery -> (delivery.order().equals("order-" + LAST) ? holdAtClose : hold).accept(delivery));
        String groupId = names.group("loyalty");
        try (CrewUnderTest crew = CrewUnderTest.start(lab, kafka, groupId, orders, handled);
                hold;
                holdAtClose) {
            crew.hire("Ada", "Ben");
            crew.awaitShares(2, 2);
            List<String> written = write(kafka, orders, 200);
            Delivery inHand = hold.awaitHeld();

            Dismissal dismissal = crew.beginDismissal("Ada");
            dismissal.awaitWaiting();
            crew.assertRosterAnswers("while Ada, with an order in hand, is being dismissed");
            dismissal.failIfOver(inHand);
            hold.release();
            crew.awaitEnd(dismissal);

            hold.failIfInterrupted("dismiss(Ada)");
            assertThat(handled.orders())
                    .as("what was handled when Ada had left")
                    .contains(inHand);
            crew.assertLeft("Ada");
            crew.awaitShares(4);
            assertCommitted(kafka, groupId, orders, handled.nextOffsets("Ada"), "Ada has left, who handled it");
            crew.awaitPastTheEnd();
            handled.assertAllHandled(
                    written,
                    "Ben has come past all of them. An order is lost when an offset behind it is committed before it has"
                            + " been handled.");
            handled.assertNotRepeatedAfter("Ada", written);

            List<String> byCleo = lendPartitions(crew, "Cleo", kafka, orders);
            closeWithAnOrderInHand(crew, holdAtClose);
            // Whoever takes an offset back does so before Ben goes on from it, or after: the first shows here, else the
            // next.
            handled.assertNotRepeatedAfter("Cleo", byCleo);
            assertCommitted(
                    kafka,
                    groupId,
                    orders,
                    handled.nextOffsets(),
                    "all have left. What they handled is committed by then; and who commits once more what was handled before"
                            + " Cleo had a partition takes its offset back");
            handled.assertOneAtATime();
        }
    }

    /**
     * Hires somebody who handles orders of two of Ben's partitions and leaves. Ben has these again when the last order is
     * written, to one of the others. Returns the orders of the one who was hired.
     */
    private static List<String> lendPartitions(CrewUnderTest crew, String worker, KafkaCluster kafka, Topic orders) {
        crew.hire(worker);
        Set<Integer> lent = crew.awaitShares(2, 2).partitions().get(worker);
        List<String> handledMeanwhile = writeTo(kafka, orders, lent, 201, 220);
        crew.awaitHandled(handledMeanwhile);
        crew.dismiss(worker);
        crew.awaitShares(4);
        // Only to those that Ben kept: in the others, more orders would put right whatever he commits there now.
        Set<Integer> kept = new TreeSet<>(Set.of(0, 1, 2, 3));
        kept.removeAll(lent);
        crew.awaitHandled(writeTo(kafka, orders, kept, 221, LAST - 1));
        writeTo(kafka, orders, kept, LAST, LAST);
        return handledMeanwhile;
    }

    /** Close has to wait for the order in hand, as dismiss has. */
    private static void closeWithAnOrderInHand(CrewUnderTest crew, Hold hold) {
        Delivery inHand = hold.awaitHeld();
        Dismissal closing = crew.beginClosing("Ben");
        closing.awaitWaiting();
        hold.failIfInterrupted("close()"); // first: whoever was interrupted may be gone already
        closing.failIfOver(inHand);
        hold.release();
        crew.awaitEnd(closing);
        hold.failIfInterrupted("close()"); // again: it takes a moment until the worker knows
    }

    private static void assertCommitted(
            KafkaCluster kafka, String groupId, Topic orders, Map<Integer, Long> handled, String after) {
        Map<TopicPartition, Long> committed = GroupProbe.of(kafka, groupId).committedOffsets();
        handled.forEach((partition, next) -> assertThat(committed.getOrDefault(orders.partition(partition), 0L))
                .as(
                        "the committed offset of partition %d, which was handled up to offset %d, after %s",
                        partition, next - 1, after)
                .isGreaterThanOrEqualTo(next));
    }

    @Criterion(id = "d", value = "A second group reads everything again, from the oldest order on")
    void readsEverythingAgainInAnotherGroup(
            Supplier<OrderCrew> lab, KafkaCluster kafka, @TopicConfig(partitions = 2) Topic orders, FreshNames names) {
        List<String> written = write(kafka, orders, 40);
        HandledOrders byLoyalty = new HandledOrders();
        HandledOrders byFinance = new HandledOrders();
        CrewUnderTest.call("close() of a crew that was never started", lab.get()::close);
        try (CrewUnderTest loyalty = CrewUnderTest.start(lab.get(), kafka, names.group("loyalty"), orders, byLoyalty)) {
            loyalty.hire("Ada");
            loyalty.awaitShares(2);
            loyalty.awaitPastTheEnd();
            byLoyalty.assertAllHandled(
                    written,
                    "They were in the topic before the group came. Where a group has committed nothing, it starts with the"
                            + " oldest order.");

            try (CrewUnderTest finance =
                    CrewUnderTest.start(lab.get(), kafka, names.group("finance"), orders, byFinance)) {
                finance.hire("Ben");
                finance.awaitShares(2);
                finance.awaitPastTheEnd();
            }
            byFinance.assertAllHandled(
                    written,
                    "Only the group loyalty had handled them. What the group finance handles is its own affair.");
        }
        byLoyalty.assertEachOnce(written);
        byFinance.assertEachOnce(written);
    }

    @Criterion(id = "e", value = "Rewinds a stopped group to a point in time, and refuses while the group has members")
    void rewinds(
            Supplier<OrderCrew> lab, KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders, FreshNames names) {
        Instant nine = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(5));
        Instant eight = nine.minus(Duration.ofHours(1));
        Instant ten = nine.plus(Duration.ofHours(1));
        String groupId = names.group("loyalty");
        TopicWriter.of(kafka, orders.name())
                .write(
                        at(0, eight, "order-1"),
                        at(0, nine, "order-2"),
                        at(0, ten, "order-3"),
                        at(1, eight, "order-4"),
                        at(1, eight, "order-5"),
                        at(2, ten, "order-6"),
                        at(2, ten, "order-7"));
        String neverThere = names.group("finance");
        rewind("rewind of a group that has never been there", lab.get(), kafka, neverThere, orders, nine);
        assertThat(byPartition(GroupProbe.of(kafka, neverThere).committedOffsets()))
                .as("the committed offsets after the rewind of a group that had never been there: whoever joins it"
                        + " begins with them")
                .isEqualTo(Map.of(0, 1L, 1, 2L, 2, 0L, 3, 0L));
        handleAll(lab.get(), kafka, groupId, orders, 7);
        // One that the group has not seen: going on after the last order means stepping over it.
        TopicWriter.of(kafka, orders.name()).write(at(1, eight, "order-8"));

        rewind("rewind of a group without members", lab.get(), kafka, groupId, orders, nine);

        assertThat(byPartition(GroupProbe.of(kafka, groupId).committedOffsets()))
                .as("the committed offsets after the rewind: partition 0 goes on with order-2, which has the very time;"
                        + " 1 and 3 have no later order, so go to their end offset; 2 has only later ones")
                .isEqualTo(Map.of(0, 1L, 1, 3L, 2, 0L, 3, 0L));
        HandledOrders again = new HandledOrders();
        try (CrewUnderTest crew = CrewUnderTest.start(lab.get(), kafka, groupId, orders, again)) {
            crew.hire("Ada");
            crew.awaitShares(4);
            crew.awaitPastTheEnd();
            assertRefusesActiveGroup(lab.get(), kafka, groupId, orders, nine);
        }
        assertThat(again.orders().stream().map(Delivery::order).sorted())
                .as("the orders that the group handled after the rewind")
                .containsExactly("order-2", "order-3", "order-6", "order-7");
    }

    private static void handleAll(OrderCrew lab, KafkaCluster kafka, String groupId, Topic orders, int count) {
        HandledOrders handled = new HandledOrders();
        try (CrewUnderTest crew =
                CrewUnderTest.start(lab, kafka, groupId, orders, handled).leavingOffsetsAsTheyAre()) {
            crew.hire("Ada");
            crew.awaitHandled(numbered(count));
        }
        assertThat(GroupProbe.of(kafka, groupId).totalLag(orders.name()))
                .as("orders that the group has not committed, after every order was handled and the crew was closed")
                .isZero();
    }

    private static void assertRefusesActiveGroup(
            OrderCrew lab, KafkaCluster kafka, String groupId, Topic orders, Instant to) {
        GroupProbe group = GroupProbe.of(kafka, groupId);
        Map<TopicPartition, Long> before = group.committedOffsets();

        Throwable refusal = catchThrowable(() -> lab.rewind(kafka.bootstrapServers(), groupId, orders.name(), to));

        if (!(refusal instanceof GroupActiveException)
                && !(refusal != null && refusal.getCause() instanceof GroupActiveException)) {
            throw new AssertionError(
                    "Ada is still in the group " + groupId
                            + ", so rewinding it should be refused with a GroupActiveException, but "
                            + (refusal == null ? "rewind returned as if all were well" : "rewind threw " + refusal),
                    refusal);
        }
        Map<TopicPartition, Long> after = group.committedOffsets();
        before.forEach((partition, offset) -> assertThat(after.getOrDefault(partition, 0L))
                .as("the committed offset of %s, after a rewind that was refused", partition)
                .isGreaterThanOrEqualTo(offset));
    }

    @Criterion(
            id = "f",
            value = "Tells the lag of each partition: the end offset minus the offset that the group has committed")
    void tellsTheLag(OrderCrew lab, KafkaCluster kafka, @TopicConfig(partitions = 4) Topic orders, FreshNames names)
            throws Exception {
        writeTo(kafka, orders, 0, 1, 10);
        writeTo(kafka, orders, 1, 11, 15);
        writeTo(kafka, orders, 2, 16, 18);

        String stopped = names.group("finance");
        kafka.admin()
                .alterConsumerGroupOffsets(
                        stopped,
                        Map.of(
                                orders.partition(0),
                                new OffsetAndMetadata(4),
                                orders.partition(1),
                                new OffsetAndMetadata(5)))
                .all()
                .get();
        assertThat(lag(lab, kafka, stopped, orders))
                .as(
                        "the lag of a stopped group that has committed 4 of 10 orders in partition 0, 5 of 5 in partition 1,"
                                + " and nothing in the others, of which 2 has 3 orders and 3 none")
                .isEqualTo(Map.of(0, 6L, 1, 0L, 2, 3L, 3, 0L));

        String active = names.group("loyalty");
        Hold hold = Hold.of("Ada", 1);
        HandledOrders handled = new HandledOrders(hold);
        try (CrewUnderTest crew =
                        CrewUnderTest.start(lab, kafka, active, orders, handled).leavingOffsetsAsTheyAre();
                hold) {
            crew.hire("Ada");
            Delivery inHand = hold.awaitHeld();
            assertThat(lag(lab, kafka, active, orders))
                    .as(
                            "the lag while Ada has her very first order, %s, in hand: nothing is handled, so nothing is committed",
                            inHand)
                    .isEqualTo(Map.of(0, 10L, 1, 5L, 2, 3L, 3, 0L));
            hold.release();
            crew.awaitHandled(numbered(18));
        }
        assertThat(lag(lab, kafka, active, orders))
                .as("the lag after Ada has handled all orders and left")
                .isEqualTo(Map.of(0, 0L, 1, 0L, 2, 0L, 3, 0L));
    }

    private static Map<Integer, Long> lag(OrderCrew lab, KafkaCluster kafka, String groupId, Topic orders) {
        return CrewUnderTest.answer(
                "lag(" + groupId + ")", () -> lab.lag(kafka.bootstrapServers(), groupId, orders.name()));
    }

    private static void rewind(
            String what, OrderCrew lab, KafkaCluster kafka, String groupId, Topic orders, Instant to) {
        CrewUnderTest.call(what, () -> lab.rewind(kafka.bootstrapServers(), groupId, orders.name(), to));
    }

    private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> byPartition = new TreeMap<>();
        offsets.forEach((partition, offset) -> byPartition.put(partition.partition(), offset));
        return byPartition;
    }
}
