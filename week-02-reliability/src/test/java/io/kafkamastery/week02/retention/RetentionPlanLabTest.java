package io.kafkamastery.week02.retention;

import static io.kafkamastery.kit.cluster.Capability.BROKER_SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.TopicConfig;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.LogUpkeep;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week02.retention.Keep.BySize;
import io.kafkamastery.week02.retention.Keep.ByTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;

/**
 * Waits for no order to grow old: the timestamps that are written are hours ago. What the brokers have not deleted when they
 * have gone through their logs, they keep.
 */
@Lab(id = "2.4", title = "Retention")
class RetentionPlanLabTest {

    private static final long MIB = 1024 * 1024;

    @Criterion(id = "a", value = "Old orders are gone within the bound, and fresh ones are readable")
    @Requires(BROKER_SETTINGS)
    void keepsByTime(RetentionPlan lab, KafkaCluster kafka, FreshNames names) throws Exception {
        String till = create(lab, kafka, names.topic("till"), 3, new ByTime(hours(6), hours(7)));
        OrderBook book = new OrderBook(kafka, till);
        LogUpkeep.awaitRetention(kafka); // so that the broker has surely heard of all settings
        new Settings(kafka, till).whileNothingIsDeleted(() -> {
            book.writeEveryTwentyMinutes(0, hours(12), Duration.ZERO);
            // A segment of an hour that begins with an order of 7 h 13 min ends with one of 6 h 17 min.
            book.writeEverySevenMinutes(1, hours(11).plusMinutes(25), Duration.ZERO);
            book.writeEveryTwentyMinutes(2, hours(12), hours(8)); // a shop that has closed since
        });

        LogUpkeep.awaitRetention(kafka);

        book.assertReadable(hours(6));
        book.assertGone(hours(7));
    }

    @Criterion(
            id = "b",
            value = "A topic bounded by size stays within the bound, all its partitions and every segment counted")
    @Requires(BROKER_SETTINGS)
    void keepsBySize(RetentionPlan lab, KafkaCluster kafka, FreshNames names) {
        String clicks = create(lab, kafka, names.topic("clicks"), 2, new BySize(8 * MIB));
        OrderBook book = new OrderBook(kafka, clicks);
        // 17 of these orders fit into 1 MiB, and 70 are a little more than 4 MiB, the share of a partition. Of 104
        // orders, 70 are left without the oldest segments, of 1 MiB or of 2, if the limit has no room for a segment.
        book.writeLargeOrders(0, 104 * OrderBook.LARGE, Duration.ofDays(30));
        book.writeLargeOrders(1, 104 * OrderBook.LARGE, Duration.ofDays(30));

        LogUpkeep.awaitRetention(kafka);

        LogSize size = LogSize.of(kafka, clicks);
        assertThat(size.totalBytes())
                .as(
                        "bytes in the topic's 2 partitions (%s) after nearly 12 MiB were written and the broker has deleted"
                                + " what is too much; bounded to 8 MiB",
                        size)
                .isLessThanOrEqualTo(8 * MIB);
        assertThat(size.totalBytes())
                .as(
                        "bytes in the topic's 2 partitions (%s) after nearly 12 MiB of month-old orders were written: a topic"
                                + " bounded to 8 MiB keeps at least half of that, however old the orders are",
                        size)
                .isGreaterThanOrEqualTo(4 * MIB);
    }

    @Criterion(id = "c", value = "A reader whose offset was deleted goes on where the policy says, and reports the gap")
    void goesOnAfterAGap(
            Supplier<RetentionPlan> lab,
            KafkaCluster kafka,
            @TopicConfig(partitions = 4) Topic orders,
            @TopicConfig(settings = TopicWriter.SHORT_SEGMENTS) Topic interrupted,
            FreshNames names) {
        Backlog backlog = Backlog.in(kafka, orders);

        String accounting = backlog.leftBehindBy(names.group("accounting"));
        Reader reader = new Reader(kafka, orders.name(), accounting);
        reader.catchUp(lab.get(), GoOn.FROM_THE_OLDEST);
        reader.assertGaps(List.of(new Gap(0, 3, 5)));
        reader.assertRead(backlog.orders(Map.of(0, 5L, 1, 2L, 2, 2L, 3, 5L)));
        reader.catchUp(lab.get(), GoOn.FROM_THE_OLDEST);
        reader.assertNothing("a second call, when nothing was written after the first,");

        String screen = backlog.leftBehindBy(names.group("screen"));
        Reader impatient = new Reader(kafka, orders.name(), screen);
        impatient.catchUp(lab.get(), GoOn.FROM_THE_END);
        impatient.assertGaps(List.of(new Gap(0, 3, 8)));
        impatient.assertRead(backlog.orders(Map.of(0, 8L, 1, 2L, 2, 2L, 3, 5L)));
        impatient.catchUp(lab.get(), GoOn.FROM_THE_END);
        impatient.assertNothing("a second call, when nothing was written after the first,");

        TopicWriter.of(kafka, interrupted.name()).writeAroundAMarker(Seed.value("order"));
        Reader archive = new Reader(kafka, interrupted.name(), names.group("archive"));
        archive.catchUp(lab.get(), GoOn.FROM_THE_OLDEST);
        archive.assertReadPastAnEmptyPoll();
    }

    @Criterion(id = "d", value = "Changes the retention of a live topic without recreating it")
    @Requires(BROKER_SETTINGS)
    void changesALiveTopic(RetentionPlan lab, KafkaCluster kafka, FreshNames names) throws Exception {
        String till = create(lab, kafka, names.topic("till"), 1, new ByTime(hours(24), hours(25)));
        OrderBook book = new OrderBook(kafka, till);
        book.writeEveryTwentyMinutes(0, hours(20), Duration.ZERO);
        Settings settings = new Settings(kafka, till);
        settings.set("max.message.bytes", "2000000");
        Uuid before = settings.topicId();

        change(lab, kafka, till, new ByTime(hours(2), hours(3)));

        TopicProbe.of(kafka, till).partitions(); // so that it is known again, if it was deleted and created anew
        assertThat(settings.topicId())
                .as("the id of topic %s: with another one it is another topic, whose orders and offsets are gone", till)
                .isEqualTo(before);
        Await.within(Duration.ofSeconds(8)).untilAsserted("the changed rule to apply", () -> book.assertGone(hours(4)));
        assertThat(settings.get("max.message.bytes"))
                .as("max.message.bytes, which somebody else has set and which has nothing to do with retention")
                .isEqualTo("2000000");
        book.assertReadable(hours(2));

        replacesTheRule(lab, kafka, names);
    }

    /** One topic by another rule than before, and another one the other way round: brokers look after both at once. */
    private static void replacesTheRule(RetentionPlan lab, KafkaCluster kafka, FreshNames names) {
        String bySize = create(lab, kafka, names.topic("by-size-now"), 2, new ByTime(hours(1), hours(2)));
        String byTime = create(lab, kafka, names.topic("by-time-now"), 1, new BySize(4 * MIB));
        change(lab, kafka, bySize, new BySize(8 * MIB));
        change(lab, kafka, byTime, new ByTime(hours(24), hours(48)));
        LogUpkeep.awaitRetention(kafka); // so that the broker has surely heard of it
        OrderBook old = new OrderBook(kafka, bySize);
        old.writeEveryTwentyMinutes(0, hours(10), hours(9));
        OrderBook many = new OrderBook(kafka, byTime);
        many.writeLargeOrders(0, 11 * MIB / 2, hours(10));

        LogUpkeep.awaitRetention(kafka);

        old.assertReadable(
                hours(11),
                "the topic is bounded by size now, with plenty of room, and no longer by the age of 1 to 2 h");
        many.assertReadable(
                hours(24),
                "the topic keeps 24 h of orders now, and is no longer bounded to 4 MiB, of which there are more");

        old.writeLargeOrders(0, 11 * MIB / 2, hours(8)); // within less than an hour
        old.writeLargeOrders(1, 11 * MIB / 2, hours(8));
        LogUpkeep.awaitRetention(kafka);
        LogSize size = LogSize.of(kafka, bySize);
        assertThat(size.totalBytes())
                .as(
                        "bytes in a topic of 2 partitions (%s) that was bounded by time first and is bounded to 8 MiB now, all"
                                + " its partitions together, after 11 MiB were written and the broker has deleted what is too"
                                + " much",
                        size)
                .isBetween(4 * MIB, 8 * MIB);
    }

    @Criterion(
            id = "e",
            value = "Reports a gap that opens while it is reading, and loses no order that was not deleted")
    void noticesAGapThatOpensWhileReading(
            RetentionPlan lab, KafkaCluster kafka, Topic orders, Topic screen, FreshNames names) {
        aGapOpensWhileReading(lab, kafka, orders, names.group("accounting"), GoOn.FROM_THE_OLDEST);
        aGapOpensWhileReading(lab, kafka, screen, names.group("screen"), GoOn.FROM_THE_END);
    }

    private static void aGapOpensWhileReading(
            RetentionPlan lab, KafkaCluster kafka, Topic orders, String group, GoOn goOn) {
        new OrderBook(kafka, orders.name()).writeLargeOrders(0, 4 * MIB, hours(1));
        long end = TopicProbe.of(kafka, orders.name()).endOffset(0);
        Reader slow = new Reader(kafka, orders.name(), group);

        slow.catchUp(lab, goOn, atTheFirst(() -> {
            Backlog.deleteBefore(kafka, orders.partition(0), end - 5);
            TopicWriter.of(kafka, orders.name()).write("customer-1", "an order that comes in meanwhile");
        }));

        slow.assertEverythingReadOrReported(end);
        slow.assertWentOnWhereItWasTold(goOn, end);
        slow.assertReadOnce(lab);
    }

    private static OrderHandler atTheFirst(Runnable deed) {
        return order -> {
            if (order.offset() == 0) {
                deed.run();
            }
        };
    }

    private static String create(RetentionPlan lab, KafkaCluster kafka, String topic, int partitions, Keep keep) {
        attempt(
                "create() of a topic with " + partitions + " partitions, " + keep + ",",
                () -> lab.create(kafka.bootstrapServers(), topic, partitions, keep));
        TopicProbe probe = TopicProbe.of(kafka, topic);
        assertThat(probe.partitions())
                .as("partitions of the topic that was created")
                .isEqualTo(partitions);
        probe.endOffsets(); // so that every leader answers
        return topic;
    }

    private static void change(RetentionPlan lab, KafkaCluster kafka, String topic, Keep keep) {
        attempt("change() of a topic to " + keep, () -> lab.change(kafka.bootstrapServers(), topic, keep));
    }

    private static void attempt(String call, Runnable code) {
        try {
            code.run();
        } catch (RuntimeException e) {
            throw new AssertionError(call + " should return normally, but threw " + e, e);
        }
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
