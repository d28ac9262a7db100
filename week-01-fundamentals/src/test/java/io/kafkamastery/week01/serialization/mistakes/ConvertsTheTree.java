package io.kafkamastery.week01.serialization.mistakes;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kit.lab.Mistake;
import java.io.IOException;
import java.io.Reader;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "What can be read as JSON, convertValue() makes an object of", caughtBy = "1.5.d")
final class ConvertsTheTree extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static final class Reader<T> extends ConfiguredReader<T> {
        private final JsonMapper mapper = mapper().build();

        public Reader() {
            this(null);
        }

        Reader(Class<T> type) {
            super(type);
        }

        @Override
        T read(byte[] json, Class<T> type) throws IOException {
            return mapper.convertValue(mapper.readTree(json), type);
        }
    }
}
