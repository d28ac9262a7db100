package io.kafkamastery.week01.clinic.patients;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Orders as JSON. */
public final class OrderSerializer implements Serializer<Order> {

    @Override
    public byte[] serialize(String topic, Order order) {
        try {
            return order == null ? null : OrderDeserializer.JSON.writeValueAsBytes(order);
        } catch (JsonProcessingException e) {
            throw new SerializationException("An order for topic " + topic + " cannot be written as JSON", e);
        }
    }
}
