package io.kafkamastery.week01.publishing;

import io.kafkamastery.kestrel.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Orders that a publisher has to cope with: plain ones, awkward ones, oversized ones. */
final class SampleOrders {

    /** Not some fixed day: whoever takes it for the record's timestamp would see retention delete what is a week old. */
    private static final Instant MORNING =
            Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private SampleOrders() {}

    static Order plain(String orderId, String customerId) {
        return new Order(orderId, customerId, "Bern Bahnhof", "flat white", 480, MORNING);
    }

    /** Plain orders of one customer, numbered from 1. */
    static List<Order> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> plain(prefix + i, "customer-3"))
                .toList();
    }

    /** Each with something that half-right JSON gets wrong; all of one customer, so that they keep their order. */
    static List<Order> awkward() {
        String customer = "customer-3";
        return List.of(
                plain("order-plain", customer),
                new Order("order-umlaut", customer, "Zürich Bellevue", "café crème", 520, MORNING),
                new Order("order-emoji", customer, "東京 渋谷", "flat white ☕🥐", 700, MORNING),
                new Order("order-quotes", customer, "Bern \"Bahnhof\"", "C:\\menu\\1\nno sugar\t{}", 480, MORNING),
                new Order("order-refund", customer, "Basel", "", -480, MORNING),
                new Order("order-for-all", customer, "Basel", "the chain", Integer.MAX_VALUE + 1L, MORNING),
                // 2^53 + 1: the first whole number that a double cannot hold.
                new Order("order-of-everything", customer, "Basel", "the harvest", 9_007_199_254_740_993L, MORNING),
                new Order("order-precise", customer, "Basel", "espresso", 350, MORNING.plusNanos(123_456_789)));
    }

    /**
     * Orders of several customers, in turns: now a run of one customer's, now one of each. Customers' names are such that
     * Kafka spreads them over partitions.
     */
    static List<Order> ofSeveralCustomers(int rounds) {
        List<String> customers = List.of("customer-1", "customer-2", "Zoë", "customer-4", "customer-5", "Łukasz");
        return IntStream.range(0, rounds * customers.size())
                .mapToObj(i -> {
                    boolean inRuns = i / 60 % 2 == 0;
                    int turn = inRuns ? i / 10 : i;
                    return plain("order-" + i, customers.get(turn % customers.size()));
                })
                .toList();
    }

    /** An order with an item so long; random text, so that compression does not make it small. */
    static Order oversized(String orderId, String customerId, int letters) {
        String item = new Random(letters)
                .ints(letters, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        return new Order(orderId, customerId, "Bern Bahnhof", item, 480, MORNING);
    }
}
