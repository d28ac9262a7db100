package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.solution.JsonDeserializer;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "isKey is of no interest: JSON is JSON", caughtBy = "1.5.f")
final class ReadsKeysLikeValues extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static class Reader<T> implements Deserializer<T> {
        final JsonDeserializer<T> right;

        public Reader() {
            right = new JsonDeserializer<>();
        }

        Reader(Class<T> type) {
            right = new JsonDeserializer<>(type);
        }

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            right.configure(configs, false);
        }

        @Override
        public final T deserialize(String topic, byte[] data) {
            return right.deserialize(topic, data);
        }
    }
}
