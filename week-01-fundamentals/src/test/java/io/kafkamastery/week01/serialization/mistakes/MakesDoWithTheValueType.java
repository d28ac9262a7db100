package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import io.kafkamastery.week01.serialization.solution.JsonDeserializer;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "Where nobody says what keys are, they are what values are", caughtBy = "1.5.f")
final class MakesDoWithTheValueType extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static final class Reader<T> implements Deserializer<T> {
        private final JsonDeserializer<T> right;

        public Reader() {
            right = new JsonDeserializer<>();
        }

        Reader(Class<T> type) {
            right = new JsonDeserializer<>(type);
        }

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            right.configure(configs, isKey && configs.containsKey(ReadingSerdes.JSON_KEY_TYPE));
        }

        @Override
        public T deserialize(String topic, byte[] data) {
            return right.deserialize(topic, data);
        }
    }
}
