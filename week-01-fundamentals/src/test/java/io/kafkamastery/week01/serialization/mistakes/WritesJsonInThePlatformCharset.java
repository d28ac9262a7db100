package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kit.lab.Mistake;
import java.io.Writer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "JSON is text, and getBytes() makes bytes of text", caughtBy = "1.5.a")
final class WritesJsonInThePlatformCharset extends Misguided {

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
        public byte[] serialize(String topic, T data) {
            try {
                return data == null ? null : mapper.writeValueAsString(data).getBytes();
            } catch (JsonProcessingException e) {
                throw new SerializationException("Cannot be written as JSON, for " + topic, e);
            }
        }
    }
}
