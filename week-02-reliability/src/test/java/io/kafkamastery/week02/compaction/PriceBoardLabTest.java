package io.kafkamastery.week02.compaction;

import static io.kafkamastery.kit.cluster.Capability.BROKER_SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.FreshNames;
import io.kafkamastery.kit.lab.Lab;
import io.kafkamastery.kit.lab.Requires;
import io.kafkamastery.kit.probe.Await;
import io.kafkamastery.kit.probe.LogUpkeep;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week02.compaction.PriceChange.NewPrice;
import io.kafkamastery.week02.compaction.PriceChange.Removed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.InvalidRecordException;

/** Looks at the board before anything is compacted, and again when all is that is due: the prices are the same. */
@Lab(id = "2.5", title = "Compaction")
class PriceBoardLabTest {

    private static final Upkeep DAILY = new Upkeep(Duration.ofDays(1), Duration.ofDays(1));
    private static final Upkeep HOURLY = new Upkeep(Duration.ofHours(1), Duration.ofDays(1));

    /** So short that what a program writes now is due in no time. */
    private static final Upkeep AT_ONCE = new Upkeep(Duration.ofMillis(200), Duration.ofMillis(100));

    @Criterion(id = "a", value = "Rebuilds the latest price of every item, however much of the log is compacted yet")
    void rebuildsTheLatest(Supplier<PriceBoard> lab, KafkaCluster kafka, FreshNames names) {
        BoardUnderTest board = BoardUnderTest.create(lab, kafka, names.topic("prices"), 4, DAILY);
        board.assertShows(Map.of(), "nothing has been published");

        Map<String, Long> latest = new HashMap<>();
        try (RestlessPrice price = new RestlessPrice(kafka, board.topic())) {
            board.assertShowsBesides(
                    Set.of(price.item()),
                    latest,
                    "a price changes all the time, so that whoever waits for more gets more");
            latest.put(price.item(), price.settle());
        }

        BusyPrices prices = new BusyPrices();
        TopicWriter.of(kafka, board.topic()).write(prices.seeds());
        latest.putAll(prices.latest());
        board.assertShows(latest, prices.seeds().size() + " changes of 60 items are in the log");

        board.mustPublish(new NewPrice("item-1", 111), new NewPrice("item-2", 222), new NewPrice("item-2", 223));
        latest.put("item-1", 111L);
        latest.put("item-2", 223L);
        board.assertShows(latest, "the board has been rebuilt before, and three prices were published since");

        latest.put("mango", publishesInTheOrderGiven(kafka, board));
        board.assertShows(latest, "the price of the mango was changed 200 times by one call of publish()");

        List<Seed> together = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            together.add(Seed.of("item-" + i, String.valueOf(1_000 + i)));
            latest.put("item-" + i, 1_000L + i);
        }
        TopicWriter.of(kafka, board.topic()).writeCommitted(together);
        board.assertShows(
                latest,
                "another program wrote the last prices in a transaction, and the end of that takes an offset, too");
    }

    /** Returns the last price of the mango. A compaction may have come in between: what it leaves is in order as well. */
    private static long publishesInTheOrderGiven(KafkaCluster kafka, BoardUnderTest board) {
        List<PriceChange> haggling = LongStream.rangeClosed(1, 200)
                .<PriceChange>mapToObj(cents -> new NewPrice("mango", cents))
                .toList();
        board.mustPublish("200 prices of the mango, 1 to 200 cents", haggling);

        List<Long> written =
                valuesOf("mango", kafka, board).stream().map(Long::valueOf).toList();
        assertThat(IntStream.range(1, written.size())
                        .filter(i -> written.get(i) < written.get(i - 1))
                        .mapToObj(i -> written.get(i) + " after " + written.get(i - 1))
                        .limit(4))
                .as("prices of the mango (the first few) that stand in the log after one that comes later in the list,"
                        + " when publish() was given its prices 1 to 200 in this order")
                .isEmpty();
        return 200;
    }

    @Criterion(id = "b", value = "A removed item stays removed, before and after its tombstone is cleaned up")
    @Requires(BROKER_SETTINGS)
    void forgetsRemovedItems(Supplier<PriceBoard> lab, KafkaCluster kafka, FreshNames names) {
        BoardUnderTest board = BoardUnderTest.create(lab, kafka, names.topic("prices"), 1, AT_ONCE);
        board.mustPublish(new NewPrice("latte", 480), new NewPrice("mocha", 520), new Removed("mocha"));

        List<String> mocha = valuesOf("mocha", kafka, board);
        assertThat(mocha).as("records of the mocha in the log").isNotEmpty();
        assertThat(mocha.get(mocha.size() - 1))
                .as(
                        "the value of the record that removes the mocha; a tombstone, the mark that compaction knows, is null")
                .isNull();
        board.assertShows(Map.of("latte", 480L), "the mocha was removed, and its price may still be in the log");

        awaitOlderThan(AT_ONCE.compactedWithin());
        board.mustPublish(new NewPrice("tea", 300)); // what stands before it is closed now, and due
        LogUpkeep.awaitCompaction(kafka);
        awaitOlderThan(AT_ONCE.compactedWithin());
        board.mustPublish(new NewPrice("chai", 400));
        LogUpkeep.awaitCompaction(kafka);

        assertThat(valuesOf("mocha", kafka, board))
                .as(
                        "values of the mocha that are still in the log, though the cleaner has passed twice, the second time"
                                + " when its tombstone was older than the %d ms for which it is kept",
                        AT_ONCE.tombstonesKept().toMillis())
                .isEmpty();
        board.assertShows(Map.of("latte", 480L, "tea", 300L, "chai", 400L), "nothing of the mocha is left in the log");
    }

    @Criterion(id = "c", value = "A record without a key is refused with a clear error")
    void refusesWhatHasNoKey(Supplier<PriceBoard> lab, KafkaCluster kafka, FreshNames names) {
        BoardUnderTest board = BoardUnderTest.create(lab, kafka, names.topic("prices"), 1, DAILY);

        assertRefused(board, new NewPrice("latte", 480), new NewPrice(null, 520));
        assertRefused(board, new Removed(null));
        assertThat(TopicProbe.of(kafka, board.topic()).readCommitted().strings())
                .extracting(record -> record.key() + ": " + record.value())
                .as("records that a reader gets to see, of calls of publish() that were refused")
                .isEmpty();

        Throwable refusal =
                catchThrowable(() -> TopicWriter.of(kafka, board.topic()).write(Seed.value("520")));
        assertThat(causes(refusal))
                .as("what the topic itself answers to another program that sends a record without a key")
                .hasAtLeastOneElementOfType(InvalidRecordException.class);
    }

    private static void assertRefused(BoardUnderTest board, PriceChange... changes) {
        Throwable refusal = catchThrowable(() -> board.publish(List.of(changes)));
        if (refusal instanceof UnsupportedOperationException todo) {
            throw todo;
        }
        assertThat(causes(refusal))
                .as("what publish() throws for %s, of which one has no item", List.of(changes))
                .hasAtLeastOneElementOfType(IllegalArgumentException.class);
        assertThat(causes(refusal).stream().map(cause -> String.valueOf(cause.getMessage())))
                .as("the messages of that error: one of them says that the item is missing")
                .anyMatch(message -> message.toLowerCase(java.util.Locale.ROOT).contains("item"));
    }

    @Criterion(id = "d", value = "The log shrinks to one record an item within the bound, and no latest price is lost")
    @Requires(BROKER_SETTINGS)
    void shrinks(Supplier<PriceBoard> lab, KafkaCluster kafka, FreshNames names) throws Exception {
        BoardUnderTest board = BoardUnderTest.create(lab, kafka, names.topic("prices"), 2, HOURLY);
        MonthOldPrices prices = new MonthOldPrices(kafka, board.topic(), 2);

        prices.somethingLarge();
        for (int i = 0; i < 5; i++) {
            prices.everyItemChanges();
        }
        prices.remove("item-7");
        prices.somethingLater();
        LogUpkeep.awaitRetention(kafka);
        LogUpkeep.awaitCompaction(kafka);
        prices.assertCompacted("each of 1,000 items had changed 5 times");
        board.assertShows(prices.latest(), "the log has been compacted once; its prices are a month old");

        prices.change("item-0");
        prices.change("item-1");
        prices.somethingLater();
        LogUpkeep.awaitCompaction(kafka);
        prices.assertCompacted(
                "only 2 of 1,000 items had changed since the last time (less than a thousandth of the log)");
        prices.assertHoldsTombstone("item-7", HOURLY.tombstonesKept());
        prices.assertTombstonesAreToBeKept(HOURLY.tombstonesKept());
        board.assertShows(prices.latest(), "the log has been compacted twice");
    }

    private static List<String> valuesOf(String item, KafkaCluster kafka, BoardUnderTest board) {
        List<String> values =
                new ArrayList<>(); // List.of and toList() would not take a null, or not show that it may come
        for (ConsumerRecord<String, String> record :
                TopicProbe.of(kafka, board.topic()).strings()) {
            if (item.equals(record.key())) {
                values.add(record.value());
            }
        }
        return values;
    }

    private static void awaitOlderThan(Duration age) {
        Instant due = Instant.now().plus(age);
        Await.within(Duration.ofSeconds(5))
                .until(
                        "what was written to be older than " + age,
                        () -> Instant.now().isAfter(due));
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
    }
}
