package io.kafkamastery.week01.clinic;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.Seed;
import io.kafkamastery.kit.probe.TopicWriter;
import io.kafkamastery.week01.clinic.patients.OrderSerializer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Orders by number, and bytes that are none. */
final class Orders {

    private static final OrderSerializer JSON = new OrderSerializer();
    private static final Instant OPENING = Instant.parse("2026-11-20T06:30:00Z");
    private static final String LONGEST_NAME = "customer-".repeat(11); // 99 bytes

    private Orders() {}

    static String id(int number) {
        return "order-" + number;
    }

    static List<String> ids(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Orders::id).toList();
    }

    static Order order(int number) {
        return order(number, "customer-" + number, "flat white");
    }

    private static Order order(int number, String customer, String item) {
        return new Order(id(number), customer, "Zürich Bellevue", item, 520, OPENING.plusSeconds(number));
    }

    /**
     * An order for a party: with a list of wishes of so many letters, which no compression makes much shorter. The customer,
     * and with it the record's key, has the longest name that there is.
     */
    static Order big(int number, int letters) {
        byte[] noise = new byte[letters * 3 / 4];
        new Random(number).nextBytes(noise);
        return order(number, LONGEST_NAME, Base64.getEncoder().withoutPadding().encodeToString(noise));
    }

    static int bytes(Order order) {
        return JSON.serialize("", order).length;
    }

    /** An order for this partition. */
    static Seed seed(int number, int partition) {
        return Seed.of(null, JSON.serialize("", order(number))).partition(partition);
    }

    /** Writes orders with these numbers, each to the next partition. */
    static void write(KafkaCluster kafka, Topic topic, int first, int last) {
        TopicWriter.of(kafka, topic.name())
                .write(IntStream.rangeClosed(first, last)
                        .mapToObj(number -> seed(number, number % topic.partitions()))
                        .toList());
    }
}
