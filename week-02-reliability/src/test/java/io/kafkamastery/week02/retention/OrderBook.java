package io.kafkamastery.week02.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.kit.probe.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Orders of the past, one batch each, and which of them can still be read where they were written. */
final class OrderBook {

    private static final Duration STEP = Duration.ofMinutes(20);
    /** No order is so close to a full hour of age that it could pass it while a test runs. */
    private static final Duration BESIDE_THE_HOUR = Duration.ofMinutes(5);

    /** How many bytes a large order has. */
    static final long LARGE = 60_000;

    /** Where an order was written. */
    private record Place(int partition, long offset) {}

    private final KafkaCluster kafka;
    private final String topic;
    private final Map<Place, Duration> ages = new LinkedHashMap<>();

    OrderBook(KafkaCluster kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /** Orders between the two ages, the older one first. */
    void writeEveryTwentyMinutes(int partition, Duration oldest, Duration youngest) {
        write(partition, ages(oldest.minus(BESIDE_THE_HOUR), youngest, STEP), "an order");
    }

    /** Orders between the two ages, the older one first, and that one of exactly this age. */
    void writeEverySevenMinutes(int partition, Duration oldest, Duration youngest) {
        write(partition, ages(oldest, youngest, Duration.ofMinutes(7)), "an order");
    }

    private static List<Duration> ages(Duration oldest, Duration youngest, Duration step) {
        List<Duration> some = new ArrayList<>();
        for (Duration age = oldest; age.compareTo(youngest) > 0; age = age.minus(step)) {
            some.add(age);
        }
        return some;
    }

    /** So many bytes of orders, the first of that age, and each a minute younger than the one before. */
    void writeLargeOrders(int partition, long bytes, Duration oldest) {
        List<Duration> some = new ArrayList<>();
        Duration age = oldest.minus(BESIDE_THE_HOUR);
        for (long written = 0; written < bytes; written += LARGE) {
            some.add(age);
            age = age.minusSeconds(20);
        }
        write(partition, some, "x".repeat((int) LARGE));
    }

    private void write(int partition, List<Duration> some, String value) {
        Instant now = Instant.now();
        List<RecordMetadata> written = TopicWriter.of(kafka, topic)
                .trickle(some.stream()
                        .map(age -> Seed.value(value).partition(partition).at(now.minus(age)))
                        .toList());
        for (int i = 0; i < written.size(); i++) {
            ages.put(new Place(written.get(i).partition(), written.get(i).offset()), some.get(i));
        }
    }

    /** Every order younger than that can be read where it was written. */
    void assertReadable(Duration youngerThan) {
        assertReadable(youngerThan, "each order younger than " + text(youngerThan) + " has to be there");
    }

    void assertReadable(Duration youngerThan, String reason) {
        Set<Place> readable = readable();
        List<String> missing =
                describe(entry -> entry.getValue().compareTo(youngerThan) < 0 && !readable.contains(entry.getKey()));
        assertThat(missing)
                .as("orders that cannot be read any more at the offset where they were written; %s", reason)
                .isEmpty();
    }

    /** No order older than that can be read. */
    void assertGone(Duration olderThan) {
        Set<Place> readable = readable();
        List<String> left =
                describe(entry -> entry.getValue().compareTo(olderThan) > 0 && readable.contains(entry.getKey()));
        assertThat(left)
                .as(
                        "orders that can still be read though they are older than %s, and the brokers have looked for what is"
                                + " too old since (they delete a segment when its newest record is)",
                        text(olderThan))
                .isEmpty();
    }

    private Set<Place> readable() {
        return TopicProbe.of(kafka, topic).records().stream()
                .map(record -> new Place(record.partition(), record.offset()))
                .collect(Collectors.toSet());
    }

    /** One line for each partition: how many, and the span of them. */
    private List<String> describe(Predicate<Map.Entry<Place, Duration>> which) {
        Map<Integer, List<Map.Entry<Place, Duration>>> byPartition = ages.entrySet().stream()
                .filter(which)
                .collect(Collectors.groupingBy(entry -> entry.getKey().partition(), TreeMap::new, Collectors.toList()));
        return byPartition.entrySet().stream()
                .map(some -> {
                    Map.Entry<Place, Duration> first = some.getValue().get(0);
                    Map.Entry<Place, Duration> last =
                            some.getValue().get(some.getValue().size() - 1);
                    return "partition %d: %d orders, from offset %d, %s old, to offset %d, %s old"
                            .formatted(
                                    some.getKey(),
                                    some.getValue().size(),
                                    first.getKey().offset(),
                                    text(first.getValue()),
                                    last.getKey().offset(),
                                    text(last.getValue()));
                })
                .toList();
    }

    private static String text(Duration age) {
        String hours = age.toHours() + " h";
        return age.toMinutesPart() == 0 ? hours : hours + " " + age.toMinutesPart() + " min";
    }
}
