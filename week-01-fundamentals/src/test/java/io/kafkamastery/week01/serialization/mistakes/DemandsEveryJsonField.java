package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kit.lab.Mistake;
import java.io.IOException;
import java.io.Reader;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(
        belief = "The mapper of lab 1.3 is the right one here too: a number that is missing is an error",
        caughtBy = "1.5.e")
final class DemandsEveryJsonField extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static final class Reader<T> extends ConfiguredReader<T> {
        private final JsonMapper mapper = mapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();

        public Reader() {
            this(null);
        }

        Reader(Class<T> type) {
            super(type);
        }

        @Override
        T read(byte[] json, Class<T> type) throws IOException {
            return mapper.readValue(json, type);
        }
    }
}
