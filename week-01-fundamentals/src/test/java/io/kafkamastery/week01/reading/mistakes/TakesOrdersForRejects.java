package io.kafkamastery.week01.reading.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "A JSON parser knows what an Instant is", caughtBy = "1.3.a")
final class TakesOrdersForRejects extends Misguided {

    private static final ObjectMapper WITHOUT_TIME = new ObjectMapper();

    @Override
    Order parse(String json) throws JsonProcessingException {
        return WITHOUT_TIME.readValue(json, Order.class);
    }
}
