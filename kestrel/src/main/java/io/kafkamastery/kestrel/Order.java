package io.kafkamastery.kestrel;

import java.time.Instant;
import java.util.Objects;

/**
 * One order in a Kestrel Coffee shop: the event that the whole course follows through Kafka.
 *
 * @param orderId unique across all shops, for example {@code order-17}
 * @param customerId who ordered, for example {@code customer-3}
 * @param shop where, for example {@code Zürich Bellevue}
 * @param item what, for example {@code flat white}
 * @param cents the price, in whole cents, so that no rounding can creep in
 * @param placedAt when the order was placed
 */
public record Order(String orderId, String customerId, String shop, String item, long cents, Instant placedAt) {

    /** @throws NullPointerException naming the field that is missing */
    public Order {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(shop, "shop");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(placedAt, "placedAt");
    }
}
