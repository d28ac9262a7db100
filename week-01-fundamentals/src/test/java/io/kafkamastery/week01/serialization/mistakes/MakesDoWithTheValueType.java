package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "Where nobody says what keys are, they are what values are", caughtBy = "1.5.f")
final class MakesDoWithTheValueType extends Misguided {

    @Override
    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new Reader<>(type);
    }

    public static final class Reader<T> extends ReadsKeysLikeValues.Reader<T> {

        public Reader() {}

        Reader(Class<T> type) {
            super(type);
        }

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            right.configure(configs, isKey && configs.containsKey(ReadingSerdes.JSON_KEY_TYPE));
        }
    }
}
