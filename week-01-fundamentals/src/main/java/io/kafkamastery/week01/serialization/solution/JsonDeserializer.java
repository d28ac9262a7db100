package io.kafkamastery.week01.serialization.solution;

import com.fasterxml.jackson.databind.ObjectReader;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads objects of one type from JSON; whoever creates it names the type, or the client's settings do. */
public final class JsonDeserializer<T> implements Deserializer<T> {

    // region: type
    private ObjectReader reader;

    /** For Kafka, which calls {@link #configure} next. */
    public JsonDeserializer() {}

    public JsonDeserializer(Class<T> type) {
        this.reader = Json.MAPPER.readerFor(type);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        String setting = isKey ? ReadingSerdes.JSON_KEY_TYPE : ReadingSerdes.JSON_VALUE_TYPE;
        Object type = configs.get(setting);
        if (type == null) {
            throw new ConfigException("Setting " + setting + " is missing: it names the class to read JSON into");
        }
        try {
            reader = Json.MAPPER.readerFor(Class.forName(type.toString()));
        } catch (ClassNotFoundException e) {
            throw new ConfigException(setting, type, "There is no such class");
        }
    }
    // endregion

    // region: deserialize
    @Override
    public T deserialize(String topic, byte[] data) {
        if (data == null) {
            return null; // a tombstone
        }
        T object;
        try {
            object = reader.readValue(data);
        } catch (IOException e) {
            throw new SerializationException("A record in topic " + topic + " is not the JSON that it should be", e);
        }
        if (object == null) {
            throw new SerializationException("A record in topic " + topic + " is the JSON literal null, and no object");
        }
        return object;
    }
    // endregion
}
