package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "A version can be added later, when there is a second one", caughtBy = "1.5.e")
final class HasNoVersionByte extends Misguided {

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
        void version(ByteBuffer out) {
            // There is only one, after all.
        }
    }

    public static final class Reader extends StepByStepReader {
        @Override
        int version(String topic, ByteBuffer in) {
            return 2;
        }
    }
}
