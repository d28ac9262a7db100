package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "A tombstone is a record with an empty value", caughtBy = "1.5.c")
final class WritesNullAsEmptyBytes extends Misguided {

    @Override
    Serializer<MachineReading> writer() {
        return new Writer();
    }

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Writer extends StepByStepWriter {
        @Override
        public byte[] serialize(String topic, MachineReading reading) {
            return reading == null ? new byte[0] : super.serialize(topic, reading);
        }
    }

    public static final class Reader extends StepByStepReader {
        @Override
        public MachineReading deserialize(String topic, byte[] data) {
            return data == null || data.length == 0 ? null : super.deserialize(topic, data);
        }
    }
}
