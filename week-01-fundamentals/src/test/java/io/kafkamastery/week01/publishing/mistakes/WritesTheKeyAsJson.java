package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "Key and value go through the same serializer", caughtBy = "1.2.b")
final class WritesTheKeyAsJson extends Misguided {

    @Override
    String key(Order order) {
        try {
            return JSON.writeValueAsString(order.customerId()); // with quotation marks
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
