package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "What Jackson reads back, everybody can read", caughtBy = "1.5.a")
final class SpellsMomentsAsNumbers extends Misguided {

    @Override
    <T> Serializer<T> jsonWriter() {
        return new Writer<>();
    }

    public static final class Writer<T> implements Serializer<T> {
        private final ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();

        @Override
        public byte[] serialize(String topic, T object) {
            try {
                return object == null ? null : mapper.writeValueAsBytes(object);
            } catch (JsonProcessingException e) {
                throw new SerializationException("Not for " + topic, e);
            }
        }
    }
}
