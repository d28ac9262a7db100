package io.kafkamastery.week01.clinic.patients;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kafkamastery.kestrel.Order;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Orders from JSON. */
public final class OrderDeserializer implements Deserializer<Order> {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public Order deserialize(String topic, byte[] data) {
        try {
            return data == null ? null : JSON.readValue(data, Order.class);
        } catch (IOException e) {
            throw new SerializationException("A record in topic " + topic + " is no order", e);
        }
    }
}
