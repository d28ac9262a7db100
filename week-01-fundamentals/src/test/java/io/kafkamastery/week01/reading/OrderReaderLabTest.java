package io.kafkamastery.week01.reading;

import static io.kafkamastery.week01.reading.ReaderRun.ids;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.GroupProbe;
import io.kafkamastery.week01.reading.OrderBook.NoOrder;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

@Lab(id = "1.3", title = "First consumer")
class OrderReaderLabTest {

    @Criterion(
            id = "a",
            value = "Hands every order to the handler, one at a time and in order, also those from before it started")
    void handsOverEveryOrder(
            OrderReader lab, KafkaCluster kafka, @TopicConfig(partitions = 3) Topic orders, FreshNames names) {
        OrderBook book = new OrderBook(kafka, orders);
        Barista barista = new Barista();
        String group = names.group("loyalty");
        book.writeOrders(2);

        try (ReaderRun run = ReaderRun.start(lab, kafka, group, orders, barista)) {
            keepSellingUntilTheFirstIsHandled(book, barista, run);
            assertStartedAtTheBeginning(barista.handled().get(0), book);
            run.awaitHandled(book.orders());
            // One in each partition. Even if the first of them comes alone, the others come with a single poll after
            // that.
            barista.takeTimeForTheNext(2);
            run.awaitHandled(book.writeOrders(1));
            run.assertMembership();
            run.stop();
        }

        for (TopicPartition partition : orders.allPartitions()) {
            assertThat(book.idsIn(partition, barista.handled()))
                    .as("the orders of %s, in the order in which they were handed over", partition)
                    .containsExactlyElementsOf(book.idsIn(partition, book.orders()));
        }
        barista.handled()
                .forEach(order -> assertThat(order)
                        .as("%s, as it was handed over", order.orderId())
                        .isEqualTo(book.orderAsWritten(order.orderId())));
        if (barista.wasCalledTwiceAtATime()) {
            fail(
                    "The handler was given an order while it still had another one in hand: it is called one at a time, even"
                            + " for orders of different partitions.");
        }
    }

    /** A reader that skips what was there before it gets something to read this way, and shows what it has skipped. */
    private static void keepSellingUntilTheFirstIsHandled(OrderBook book, Barista barista, ReaderRun run) {
        run.await(
                "the first order to be handled",
                () -> {
                    if (!barista.isBusy() && barista.handled().isEmpty()) {
                        book.writeOrders(1);
                    }
                    return !barista.handled().isEmpty();
                },
                () -> book.orders().size() + " have been written and none was handled");
    }

    private static void assertStartedAtTheBeginning(Order first, OrderBook book) {
        TopicPartition partition = book.partitionOf(first);
        assertThat(first.orderId())
                .as(
                        "the first order handled of %s: a group that has committed nothing starts at the beginning, and goes on"
                                + " in the order of the offsets",
                        partition)
                .isEqualTo(book.idsIn(partition, book.orders()).get(0));
    }

    @Criterion(id = "b", value = "An order whose handler crashed is delivered again after a restart")
    void deliversAgainAfterCrash(
            Supplier<OrderReader> lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = 2) Topic orders,
            FreshNames names) {
        OrderBook book = new OrderBook(kafka, orders);
        Barista barista = new Barista();
        String group = names.group("loyalty");
        book.writeOrders(5);

        // The first order of what a poll brings; one in the middle, the first of its partition; and the very last.
        for (int nth : List.of(1, 6, 10)) {
            barista.crashAtNew(nth);
            try (ReaderRun run = ReaderRun.start(lab.get(), kafka, group, orders, barista)) {
                run.awaitCrash(book);
            }
            assertStillToBeRead(barista.crashedAt(), book, GroupProbe.of(kafka, group));
        }
        crashesWhileItStops(lab.get(), kafka, group, orders, barista, book);
        assertStillToBeRead(barista.crashedAt(), book, GroupProbe.of(kafka, group));
        barista.carryOn();
        readUntilHandled(book.writeOrders(1), lab.get(), kafka, group, orders, barista);

        assertThat(ids(book.orders()))
                .as("every order is handled in the end, here or after a restart")
                .isSubsetOf(ids(barista.handled()));
    }

    /** The one that has crashed last comes again, and once more it does not work out; by then the reader is to stop. */
    private static void crashesWhileItStops(
            OrderReader lab, KafkaCluster kafka, String group, Topic orders, Barista barista, OrderBook book) {
        barista.carryOn();
        barista.pauseAtNew(10);
        barista.crashAfterPause();
        try (ReaderRun run = ReaderRun.start(lab, kafka, group, orders, barista)) {
            run.awaitPause();
            run.requestStop();
            barista.resume();
            run.awaitCrash(book);
        }
    }

    private static void assertStillToBeRead(Order crashed, OrderBook book, GroupProbe group) {
        assertStillToBeRead(
                "the handler crashed at " + crashed.orderId(),
                book.partitionOf(crashed),
                book.offsetOf(crashed),
                group);
    }

    private static void assertStillToBeRead(String crash, TopicPartition partition, long offset, GroupProbe group) {
        long next = group.committed(partition).orElse(0);
        if (next > offset) {
            fail(
                    "%s, which is at offset %d of %s, but the group has committed offset %d there:"
                            + " the next reader starts at %d and never sees it",
                    crash, offset, partition, next, next);
        }
    }

    @Criterion(id = "c", value = "A handled order is not delivered again after a clean stop")
    void doesNotDeliverAgainAfterCleanStop(
            Supplier<OrderReader> lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = 2) Topic orders,
            FreshNames names) {
        OrderBook book = new OrderBook(kafka, orders);
        String group = names.group("loyalty");
        List<Order> monday = book.writeOrders(3);
        readUntilHandled(monday, lab.get(), kafka, group, orders, new Barista());

        List<Order> tuesday = book.writeOrders(1);
        Barista barista = new Barista();
        try (ReaderRun run = ReaderRun.start(lab.get(), kafka, group, orders, barista)) {
            run.awaitHandled(tuesday);
            assertThat(ids(barista.handled()))
                    .as("what the group's second reader handles, after the first one has handled %s", ids(monday))
                    .containsExactlyInAnyOrderElementsOf(ids(tuesday));
            run.awaitNoLag(orders);
            run.stop();
        }
    }

    private static void readUntilHandled(
            List<Order> last, OrderReader reader, KafkaCluster kafka, String group, Topic orders, Barista barista) {
        try (ReaderRun run = ReaderRun.start(reader, kafka, group, orders, barista)) {
            run.awaitHandled(last);
            run.stop();
        }
    }

    @Criterion(
            id = "d",
            value = "Malformed JSON goes to the rejects with topic, partition, offset and reason, and reading goes on")
    void rejectsWhatIsNoOrder(
            Supplier<OrderReader> lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = 2) Topic orders,
            FreshNames names) {
        OrderBook book = new OrderBook(kafka, orders);
        String group = names.group("loyalty");
        book.writeOrders(1);
        List<NoOrder> flawed = book.writeNoOrders(OrderBook.everythingButOrders());
        book.writeOrders(1);

        Barista barista = new Barista();
        barista.expectRejects();
        try (ReaderRun run = ReaderRun.start(lab.get(), kafka, group, orders, barista)) {
            run.await(
                    "the orders before and after the records that are no orders to be handled",
                    () -> ids(barista.handled()).containsAll(ids(book.orders())) || anyTwice(barista.rejected()),
                    () -> "only these were: " + ids(barista.handled()) + ", with the rejects "
                            + places(barista.rejected().stream()));
            assertRejected(flawed, barista.rejected());
            // What a partition ends with is to be done with as well, and not only when an order follows.
            List<NoOrder> last = book.writeNoOrders(Map.of("JSON that breaks off", "{\"orderId\":".getBytes(UTF_8)));
            run.await(
                    "the last record of each partition to be rejected",
                    () -> barista.rejected().size() >= flawed.size() + last.size(),
                    () -> "the rejects are " + places(barista.rejected().stream()));
            assertRejected(Stream.of(flawed, last).flatMap(List::stream).toList(), barista.rejected());
            run.stop();
        }
        assertThat(ids(barista.handled()))
                .as("what the handler was given")
                .containsExactlyInAnyOrderElementsOf(ids(book.orders()));
        rejectsOnlyOnce(lab.get(), kafka, group, orders, book);
        keepsWhatCannotBeRejected(lab.get(), kafka, names.group("audit"), orders, book);
    }

    private static void rejectsOnlyOnce(
            OrderReader lab, KafkaCluster kafka, String group, Topic orders, OrderBook book) {
        Barista barista = new Barista();
        barista.expectRejects();
        readUntilHandled(book.writeOrders(1), lab, kafka, group, orders, barista);
        assertThat(places(barista.rejected().stream()))
                .as("records that were rejected before a clean stop, and are rejected again by the group's next reader")
                .isEmpty();
    }

    private static void keepsWhatCannotBeRejected(
            OrderReader lab, KafkaCluster kafka, String group, Topic orders, OrderBook book) {
        Barista barista = new Barista();
        barista.crashAtReject();
        try (ReaderRun run = ReaderRun.start(lab, kafka, group, orders, barista)) {
            run.awaitCrash(book);
        }
        RejectedRecord kept = barista.crashedAtReject();
        assertStillToBeRead(
                "the rejects could not keep a record",
                orders.partition(kept.partition()),
                kept.offset(),
                GroupProbe.of(kafka, group));
    }

    private static boolean anyTwice(Collection<RejectedRecord> rejected) {
        return Set.copyOf(rejected).size() < rejected.size();
    }

    private static void assertRejected(List<NoOrder> expected, List<RejectedRecord> rejected) {
        assertThat(places(rejected.stream()
                        .filter(record -> expected.stream().noneMatch(flawed -> flawed.isMeantBy(record)))))
                .as("rejects whose topic, partition and offset are not those of a record that is no order")
                .isEmpty();
        assertThat(places(rejected.stream().filter(record -> Collections.frequency(rejected, record) > 1)))
                .as("records that were rejected more than once")
                .isEmpty();
        assertThat(expected.stream().filter(flawed -> rejected.stream().noneMatch(flawed::isMeantBy)))
                .as("records that are no orders, but have not been rejected")
                .isEmpty();
        assertThat(places(rejected.stream()
                        .filter(record ->
                                record.reason() == null || record.reason().isBlank())))
                .as("rejects that do not say why")
                .isEmpty();
    }

    private static List<String> places(Stream<RejectedRecord> rejected) {
        return rejected.map(Barista::place).distinct().toList();
    }

    @Criterion(
            id = "e",
            value = "Stops within 3 s when asked, after finishing the order in hand, and leaves the group at once")
    void stopsWhenAsked(Supplier<OrderReader> lab, KafkaCluster kafka, Topic quiet, Topic orders, FreshNames names) {
        stopsWhenThereIsNothingToRead(lab.get(), kafka, quiet, names.group("quiet"));
        OrderBook book = new OrderBook(kafka, orders);
        book.writeOrders(100);
        stopsBeforeItStarts(lab.get(), kafka, orders, names.group("early"));
        stopsWithOrdersLeft(lab, kafka, orders, names.group("busy"), book);
    }

    private static void stopsWhenThereIsNothingToRead(OrderReader lab, KafkaCluster kafka, Topic quiet, String group) {
        try (ReaderRun run = ReaderRun.start(lab, kafka, group, quiet, new Barista())) {
            run.awaitMembership();
            run.requestStop();
            run.awaitStoppedByItself();
        }
    }

    private static void stopsBeforeItStarts(OrderReader lab, KafkaCluster kafka, Topic orders, String group) {
        Barista barista = new Barista();
        ReaderRun.requestStop(lab);
        try (ReaderRun run = ReaderRun.start(lab, kafka, group, orders, barista)) {
            run.awaitStopped();
        }
        assertThat(ids(barista.handled()))
                .as("orders handled although stop() came before run")
                .isEmpty();
    }

    private static void stopsWithOrdersLeft(
            Supplier<OrderReader> lab, KafkaCluster kafka, Topic orders, String group, OrderBook book) {
        Barista barista = new Barista();
        barista.pauseAtNew(4);
        try (ReaderRun run = ReaderRun.start(lab.get(), kafka, group, orders, barista)) {
            Order inHand = run.awaitPause();
            run.requestStop();
            run.requestStop();
            barista.resume();
            run.awaitStopped();
            assertThat(barista.wasInterrupted())
                    .as("stop() interrupted the handler, which had %s in hand", inHand.orderId())
                    .isFalse();
            assertThat(barista.handled())
                    .as("stop() came with %s in hand: it is finished", inHand.orderId())
                    .contains(inHand);
            assertThat(barista.handled().size() - 4)
                    .as("how many orders were begun although stop() had come, with %s in hand", inHand.orderId())
                    .isZero();
        }
        assertCarriesOn(lab.get(), kafka, orders, group, book, barista.handled());
    }

    private static void assertCarriesOn(
            OrderReader lab, KafkaCluster kafka, Topic orders, String group, OrderBook book, List<Order> before) {
        Barista barista = new Barista();
        readUntilHandled(book.writeOrders(1), lab, kafka, group, orders, barista);
        List<Order> after = barista.handled();
        String where = "the first reader stopped after %s, the next one of the group began with %s"
                .formatted(before.get(before.size() - 1).orderId(), after.get(0).orderId());
        Set<String> again = ids(after);
        again.retainAll(ids(before));
        assertThat(again).as("orders handled again: " + where).isEmpty();
        Set<String> nobodys = ids(book.orders());
        nobodys.removeAll(ids(before));
        nobodys.removeAll(ids(after));
        assertThat(nobodys.size())
                .as("how many orders nobody handled: " + where)
                .isZero();
    }
}
