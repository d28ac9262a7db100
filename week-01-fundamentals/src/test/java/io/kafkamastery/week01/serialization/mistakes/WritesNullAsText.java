package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "The JSON mapper knows what to do with null", caughtBy = "1.5.c")
final class WritesNullAsText extends Misguided {

    @Override
    <T> Serializer<T> jsonWriter() {
        return new Writer<>();
    }

    public static final class Writer<T> implements Serializer<T> {
        private final JsonMapper mapper = JsonMapper.builder()
                .findAndAddModules()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        @Override
        public byte[] serialize(String topic, T object) {
            try {
                return mapper.writeValueAsBytes(object);
            } catch (JsonProcessingException e) {
                throw new SerializationException("Not for " + topic, e);
            }
        }
    }
}
