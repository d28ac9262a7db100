package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.week01.serialization.MachineReading;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import io.kafkamastery.week01.serialization.solution.JsonDeserializer;
import io.kafkamastery.week01.serialization.solution.JsonSerializer;
import io.kafkamastery.week01.serialization.solution.MachineReadingDeserializer;
import io.kafkamastery.week01.serialization.solution.MachineReadingSerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Does everything right; each mistake overrides what it gets wrong. */
abstract class Misguided implements ReadingSerdes {

    Serializer<MachineReading> writer() {
        return new MachineReadingSerializer();
    }

    Deserializer<MachineReading> reader() {
        return new MachineReadingDeserializer();
    }

    <T> Serializer<T> jsonWriter() {
        return new JsonSerializer<>();
    }

    <T> Deserializer<T> jsonReader(Class<T> type) {
        return new JsonDeserializer<>(type);
    }

    @Override
    public final Serde<MachineReading> binary() {
        return Serdes.serdeFrom(writer(), reader());
    }

    @Override
    public final <T> Serde<T> json(Class<T> type) {
        return Serdes.serdeFrom(jsonWriter(), jsonReader(type));
    }

    @Override
    public final Class<?> binarySerializer() {
        return writer().getClass();
    }

    @Override
    public final Class<?> binaryDeserializer() {
        return reader().getClass();
    }

    @Override
    public final Class<?> jsonSerializer() {
        return jsonWriter().getClass();
    }

    @Override
    public final Class<?> jsonDeserializer() {
        return jsonReader(Object.class).getClass();
    }
}
