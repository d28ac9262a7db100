package io.kafkamastery.kestrel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Orders as JSON, for the labs that are no longer about serialization: from week 2 on, every topic of orders holds them
 * in this form.
 *
 * <pre>{@code
 * {"orderId":"order-17","customerId":"customer-3","shop":"Zürich Bellevue",
 *  "item":"flat white","cents":480,"placedAt":"2026-11-05T08:15:30Z"}
 * }</pre>
 */
public final class OrderJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // or an order without cents would cost nothing
            .build();

    private OrderJson() {}

    public static String write(Order order) {
        try {
            return JSON.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order is always valid JSON, but not " + order, e);
        }
    }

    /** @throws IllegalArgumentException if the text is no order */
    public static Order read(String json) {
        try {
            Order order = JSON.readValue(json, Order.class);
            if (order == null) {
                throw new IllegalArgumentException("The JSON null is no order");
            }
            return order;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no order, but " + json, e);
        }
    }
}
