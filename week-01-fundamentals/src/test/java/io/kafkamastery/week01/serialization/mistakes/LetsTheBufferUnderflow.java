package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "Any exception says that the bytes are bad", caughtBy = "1.5.d")
final class LetsTheBufferUnderflow extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        public MachineReading deserialize(String topic, byte[] data) {
            return data == null ? null : read(topic, buffer(data));
        }
    }
}
