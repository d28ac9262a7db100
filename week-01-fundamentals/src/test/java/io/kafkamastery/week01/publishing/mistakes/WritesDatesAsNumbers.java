package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "With the JavaTimeModule, Jackson writes dates as text", caughtBy = "1.2.a")
final class WritesDatesAsNumbers extends Misguided {

    private static final ObjectMapper UNTOLD =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Override
    byte[] value(Order order) throws JsonProcessingException {
        return UNTOLD.writeValueAsBytes(order);
    }
}
