package io.kafkamastery.week01.serialization.solution;

import io.kafkamastery.week01.serialization.MachineReading;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Names the four classes, and pairs them up. */
public final class ReadingSerdesSolution implements ReadingSerdes {

    // region: serdes
    @Override
    public Serde<MachineReading> binary() {
        return Serdes.serdeFrom(new MachineReadingSerializer(), new MachineReadingDeserializer());
    }

    @Override
    public <T> Serde<T> json(Class<T> type) {
        return Serdes.serdeFrom(new JsonSerializer<>(), new JsonDeserializer<>(type));
    }
    // endregion

    @Override
    public Class<?> binarySerializer() {
        return MachineReadingSerializer.class;
    }

    @Override
    public Class<?> binaryDeserializer() {
        return MachineReadingDeserializer.class;
    }

    @Override
    public Class<?> jsonSerializer() {
        return JsonSerializer.class;
    }

    @Override
    public Class<?> jsonDeserializer() {
        return JsonDeserializer.class;
    }
}
