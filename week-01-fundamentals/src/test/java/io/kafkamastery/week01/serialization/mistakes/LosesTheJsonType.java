package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.kit.lab.Mistake;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "TypeReference<T> knows what T is", caughtBy = "1.5.a")
final class LosesTheJsonType extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>();
    }

    public static final class Reader<T> implements Deserializer<T> {
        private final ObjectMapper mapper = new ObjectMapper();

        @Override
        public T deserialize(String topic, byte[] data) {
            try {
                return data == null ? null : mapper.readValue(data, new TypeReference<T>() {});
            } catch (IOException e) {
                throw new SerializationException("Not the JSON expected in " + topic, e);
            }
        }
    }
}
