package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "A record without a value is damaged", caughtBy = "1.5.c")
final class ExpectsAValue extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        public MachineReading deserialize(String topic, byte[] data) {
            if (data == null) {
                throw new SerializationException("A reading in " + topic + " has no value");
            }
            return super.deserialize(topic, data);
        }
    }
}
