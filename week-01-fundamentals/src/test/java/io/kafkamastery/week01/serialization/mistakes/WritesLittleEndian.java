package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(
        belief = "The byte order does not matter, as long as writer and reader use the same",
        caughtBy = {"1.5.a", "1.5.e"})
final class WritesLittleEndian extends Misguided {

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
        ByteBuffer buffer() {
            return super.buffer().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    public static final class Reader extends StepByStepReader {
        @Override
        ByteBuffer buffer(byte[] data) {
            return super.buffer(data).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
