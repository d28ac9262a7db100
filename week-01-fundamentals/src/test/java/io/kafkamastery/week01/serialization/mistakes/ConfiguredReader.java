package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads JSON rightly, but for what a mistake makes of the bytes. */
abstract class ConfiguredReader<T> implements Deserializer<T> {

    private Class<T> type;

    ConfiguredReader(Class<T> type) {
        this.type = type;
    }

    static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .findAndAddModules()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    abstract T read(byte[] json, Class<T> type) throws IOException;

    @Override
    @SuppressWarnings("unchecked")
    public final void configure(Map<String, ?> configs, boolean isKey) {
        String setting = isKey ? ReadingSerdes.JSON_KEY_TYPE : ReadingSerdes.JSON_VALUE_TYPE;
        try {
            type = (Class<T>) Class.forName(String.valueOf(configs.get(setting)));
        } catch (ClassNotFoundException e) {
            throw new ConfigException(setting, configs.get(setting), "No such class");
        }
    }

    @Override
    public final T deserialize(String topic, byte[] data) {
        if (data == null) {
            return null;
        }
        try {
            T object = read(data, type);
            if (object == null) {
                throw new SerializationException("The JSON literal null in " + topic);
            }
            return object;
        } catch (IOException e) {
            throw new SerializationException("Not the JSON expected in " + topic, e);
        }
    }
}
