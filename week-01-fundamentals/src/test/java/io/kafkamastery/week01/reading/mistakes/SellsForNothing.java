package io.kafkamastery.week01.reading.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "The JSON parser notices that a field is missing", caughtBy = "1.3.d")
final class SellsForNothing extends Misguided {

    private static final JsonMapper LENIENT =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Override
    Order parse(String json) throws JsonProcessingException {
        Order order = LENIENT.readValue(json, Order.class); // without cents, cents are 0
        if (order == null) {
            throw new IllegalArgumentException("The value is the JSON null");
        }
        return order;
    }
}
