package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.solution.JsonDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "The type belongs into the constructor, where nobody can forget it", caughtBy = "1.5.f")
final class NeedsAConstructorArgument extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static final class Reader<T> implements Deserializer<T> {
        private final Deserializer<T> right;

        public Reader(Class<T> type) {
            right = new JsonDeserializer<>(type);
        }

        @Override
        public T deserialize(String topic, byte[] data) {
            return right.deserialize(topic, data);
        }
    }
}
