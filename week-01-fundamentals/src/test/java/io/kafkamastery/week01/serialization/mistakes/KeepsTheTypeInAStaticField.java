package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.solution.JsonDeserializer;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "A program reads one type, so it can be kept for the whole program", caughtBy = "1.5.f")
final class KeepsTheTypeInAStaticField extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static final class Reader<T> implements Deserializer<T> {
        private static JsonDeserializer<?> shared;

        public Reader() {}

        Reader(Class<T> type) {
            shared = new JsonDeserializer<>(type);
        }

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            shared = new JsonDeserializer<>();
            shared.configure(configs, isKey);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(String topic, byte[] data) {
            return (T) shared.deserialize(topic, data);
        }
    }
}
