package io.kafkamastery.week02.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Background;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.week02.retention.Backlog.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/** A group that catches up with the code under test, and what it was given and told. */
final class Reader {

    /** Reading a few orders takes well under a second; a machine under load gets a lot more. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final KafkaCluster kafka;
    private final String topic;
    private final String group;
    private final List<Order> read = Collections.synchronizedList(new ArrayList<>());
    private List<Gap> gaps = List.of();

    Reader(KafkaCluster kafka, String topic, String group) {
        this.kafka = kafka;
        this.topic = topic;
        this.group = group;
    }

    void catchUp(RetentionPlan lab, GoOn goOn) {
        catchUp(lab, goOn, order -> {});
    }

    void catchUp(RetentionPlan lab, GoOn goOn, OrderHandler handler) {
        read.clear();
        AtomicReference<List<Gap>> reported = new AtomicReference<>();
        OneAtATime oneAtATime = new OneAtATime(order -> {
            read.add(new Order(order.partition(), order.offset()));
            handler.handle(order);
        });
        String sentence =
                "catchUp() with " + goOn + " should read up to the end of each partition, right before which there need"
                        + " not be an order (the end of a transaction takes an offset, too), and return the gaps";
        try (Background call = Background.start(
                "catchUp()",
                () -> reported.set(lab.catchUp(kafka.bootstrapServers(), group, topic, goOn, oneAtATime)))) {
            call.awaitNormalEnd(LIMIT, sentence);
        }
        oneAtATime.failIfNot();
        assertThat(reported.get()).as("what catchUp() returns").isNotNull();
        gaps = reported.get();
    }

    void assertGaps(List<Gap> expected) {
        assertThat(gaps)
                .as(
                        "reported gaps. Partition 0 was committed up to 3 and deleted before 5; partition 1 misses nothing (the"
                                + " offset that no reader sees is the end of a transaction), nor do partition 2, where nothing"
                                + " was committed, and partition 3, which was committed up to 5 and deleted before 5")
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    void assertRead(List<Order> expected) {
        assertThat(inPartitions())
                .as("orders that the handler was given, as partition:offset, each partition's in the order they came")
                .isEqualTo(expected);
    }

    /** The topic was written around a marker. */
    void assertReadPastAnEmptyPoll() {
        List<Order> expected = TopicProbe.of(kafka, topic).records().stream()
                .map(record -> new Order(record.partition(), record.offset()))
                .toList();
        assertThat(read)
                .as(
                        "orders that the handler was given, of a partition in which one poll() returns nothing although more"
                                + " follows, because there is nothing to see but the end of a transaction")
                .isEqualTo(expected);
        assertThat(gaps).as("gaps in a partition of which nothing was deleted").isEmpty();
    }

    void assertNothing(String call) {
        assertThat(read).as("orders that %s gave to the handler", call).isEmpty();
        assertThat(gaps).as("gaps that %s reported", call).isEmpty();
    }

    /** What has been read so far is committed: another call does not bring it again. */
    void assertReadOnce(RetentionPlan lab) {
        List<Order> before = List.copyOf(read);
        catchUp(lab, GoOn.FROM_THE_OLDEST);
        assertThat(before.stream().filter(read::contains))
                .as("orders that the handler was given, and was given again by a second call")
                .isEmpty();
    }

    /** Each offset of partition 0 was either read, once and in its turn, or is part of a gap. */
    void assertEverythingReadOrReported(long end) {
        assertThat(read).as("orders that the handler was given").isNotEmpty();
        assertThat(read)
                .as("orders that the handler was given, in the order they came")
                .isSortedAccordingTo(Comparator.comparingLong(Order::offset))
                .doesNotHaveDuplicates();
        Map<Long, Integer> accounts = new TreeMap<>();
        LongStream.range(0, end).forEach(offset -> accounts.put(offset, 0));
        read.forEach(order -> accounts.merge(order.offset(), 1, Integer::sum));
        gaps.forEach(gap ->
                LongStream.range(gap.from(), gap.to()).forEach(offset -> accounts.merge(offset, 1, Integer::sum)));
        String situation =
                "of %d, of which the first %d were deleted while the first order was handled; read were %s, and"
                                .formatted(end, end - 5, span(read))
                        + " reported as gaps " + gaps;
        assertThat(offsets(accounts, 0))
                .as("offsets that were neither read nor reported as part of a gap, %s", situation)
                .isEmpty();
        accounts.values().removeIf(times -> times == 1);
        assertThat(accounts.keySet())
                .as("offsets that were both read and reported as part of a gap, %s", situation)
                .isEmpty();
    }

    /**
     * A gap in partition 0 that opened while it was read ends at the oldest order left, or at the end. An order that came in
     * meanwhile may have been the end already.
     */
    void assertWentOnWhereItWasTold(GoOn goOn, long end) {
        long oldest = end - 5;
        assertThat(gaps)
                .as(
                        "gaps of a reader that goes on %s, when the orders before %d were deleted while it was reading, and"
                                + " the end had been %d: to where has to be %s",
                        goOn, oldest, end, goOn == GoOn.FROM_THE_OLDEST ? oldest : end + " or later")
                .allMatch(gap -> goOn == GoOn.FROM_THE_OLDEST ? gap.to() == oldest : gap.to() >= end);
    }

    /** The offsets that were accounted for so many times, as spans: {@code 17 to 64}. */
    private static List<String> offsets(Map<Long, Integer> accounts, int times) {
        List<String> spans = new ArrayList<>();
        Long first = null;
        for (Map.Entry<Long, Integer> account : accounts.entrySet()) {
            boolean counts = account.getValue() == times;
            if (counts && first == null) {
                first = account.getKey();
            } else if (!counts && first != null) {
                spans.add(first + " to " + (account.getKey() - 1));
                first = null;
            }
        }
        if (first != null) {
            spans.add("from " + first + " on");
        }
        return spans;
    }

    private static String span(List<Order> orders) {
        return orders.size() + " orders, the last one " + orders.get(orders.size() - 1);
    }

    /** What came, by partition. The order within a partition is kept, as a list's sort is stable. */
    private List<Order> inPartitions() {
        List<Order> sorted = new ArrayList<>(read);
        sorted.sort(Comparator.comparingInt(Order::partition));
        return sorted;
    }
}
