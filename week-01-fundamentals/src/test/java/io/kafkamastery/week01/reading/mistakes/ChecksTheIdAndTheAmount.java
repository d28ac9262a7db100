package io.kafkamastery.week01.reading.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import java.time.Instant;

@Mistake(belief = "What has an id and an amount is an order", caughtBy = "1.3.d")
final class ChecksTheIdAndTheAmount extends Misguided {

    @Override
    Order parse(String json) throws JsonProcessingException {
        JsonNode order = JSON.readTree(json);
        if (!order.hasNonNull("orderId") || !order.hasNonNull("cents")) {
            throw new IllegalArgumentException("There is no id, or no amount");
        }
        return new Order(
                order.path("orderId").asText(),
                order.path("customerId").asText(),
                order.path("shop").asText(),
                order.path("item").asText(),
                order.path("cents").asLong(),
                Instant.parse(order.path("placedAt").asText(Instant.EPOCH.toString())));
    }
}
