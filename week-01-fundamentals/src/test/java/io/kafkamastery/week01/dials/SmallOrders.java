package io.kafkamastery.week01.dials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A morning's orders as JSON, about 140 bytes each: alike in form, different in content, the same in every run. */
final class SmallOrders {

    private static final List<String> SHOPS =
            List.of("Zürich Bellevue", "Bern Bahnhof", "Basel Marktplatz", "Genève Cornavin", "Lugano Lido");
    private static final List<String> ITEMS =
            List.of("flat white", "espresso", "latte", "mocha", "bagel", "croissant", "tea");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private SmallOrders() {}

    static List<String> asJson(int count) {
        Random chance = new Random(17);
        Instant opening = Instant.parse("2026-01-15T06:00:00Z");
        return IntStream.range(0, count)
                .mapToObj(i -> json(new Order(
                        "order-" + i,
                        "customer-" + chance.nextInt(500),
                        SHOPS.get(chance.nextInt(SHOPS.size())),
                        ITEMS.get(chance.nextInt(ITEMS.size())),
                        300 + 10 * chance.nextInt(60),
                        opening.plusMillis(i * 1_000L + chance.nextInt(1_000)))))
                .toList();
    }

    private static String json(Order order) {
        try {
            return JSON.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
