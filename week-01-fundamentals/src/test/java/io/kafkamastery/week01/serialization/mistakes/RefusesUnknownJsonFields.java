package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kit.lab.Mistake;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "A field that I do not know is an error", caughtBy = "1.5.e")
final class RefusesUnknownJsonFields extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static final class Reader<T> implements Deserializer<T> {
        private final JsonMapper mapper = JsonMapper.builder()
                .findAndAddModules()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        private final Class<T> type;

        Reader(Class<T> type) {
            this.type = type;
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
