package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "A damaged record must not stop the consumer, so it becomes null", caughtBy = "1.5.d")
final class ReturnsNullForGarbage extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        public MachineReading deserialize(String topic, byte[] data) {
            try {
                return super.deserialize(topic, data);
            } catch (RuntimeException garbage) {
                return null;
            }
        }
    }
}
