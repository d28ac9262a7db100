package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "If Jackson is content, the bytes are in order", caughtBy = "1.5.d")
final class AcceptsAnythingAfterTheJson extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static final class Reader<T> implements Deserializer<T> {
        private final JsonMapper mapper = JsonMapper.builder()
                .findAndAddModules()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        private Class<T> type;

        public Reader() {}

        Reader(Class<T> type) {
            this.type = type;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void configure(Map<String, ?> configs, boolean isKey) {
            String setting = isKey ? ReadingSerdes.JSON_KEY_TYPE : ReadingSerdes.JSON_VALUE_TYPE;
            try {
                type = (Class<T>) Class.forName(String.valueOf(configs.get(setting)));
            } catch (ClassNotFoundException e) {
                throw new ConfigException(setting, configs.get(setting), "No such class");
            }
        }

        @Override
        public T deserialize(String topic, byte[] data) {
            try {
                return data == null ? null : mapper.readValue(data, type);
            } catch (IOException e) {
                throw new SerializationException("Not the JSON expected in " + topic, e);
            }
        }
    }
}
