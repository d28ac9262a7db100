package io.kafkamastery.week01.serialization.solution;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes any object as JSON. */
public final class JsonSerializer<T> implements Serializer<T> {

    @Override
    public byte[] serialize(String topic, T object) {
        if (object == null) {
            return null; // a tombstone; the mapper would write the four letters "null"
        }
        try {
            return Json.MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new SerializationException(
                    "A " + object.getClass().getName() + " for topic " + topic + " cannot be written as JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }
}
