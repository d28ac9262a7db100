package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "What goes through a JSON serializer is JSON", caughtBy = "1.2.a")
final class EncodesTwice extends Misguided {

    @Override
    byte[] value(Order order) throws JsonProcessingException {
        String json = JSON.writeValueAsString(order);
        return JSON.writeValueAsBytes(json); // JSON again: a text that holds JSON
    }
}
