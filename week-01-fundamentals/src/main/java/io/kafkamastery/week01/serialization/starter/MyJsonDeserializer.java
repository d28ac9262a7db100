package io.kafkamastery.week01.serialization.starter;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads objects of one type from JSON. */
public final class MyJsonDeserializer<T> implements Deserializer<T> {

    /** Null until somebody has said what to read the JSON into. */
    private Class<?> type;

    /** For Kafka, which calls {@link #configure} next. */
    public MyJsonDeserializer() {}

    public MyJsonDeserializer(Class<T> type) {
        this.type = type;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        throw new UnsupportedOperationException("TODO 1.5.f: take the type from the setting for keys, or for values");
    }

    @Override
    public T deserialize(String topic, byte[] data) {
        throw new UnsupportedOperationException("TODO 1.5.a: let a Jackson mapper read the bytes into a " + type);
    }
}
