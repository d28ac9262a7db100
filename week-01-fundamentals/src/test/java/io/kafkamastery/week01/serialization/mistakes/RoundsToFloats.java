package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "A float holds any number that a sensor can measure", caughtBy = "1.5.a")
final class RoundsToFloats extends Misguided {

    @Override
    Serializer<MachineReading> writer() {
        return new Writer();
    }

    public static final class Writer extends StepByStepWriter {
        @Override
        void number(ByteBuffer out, double number) {
            super.number(out, (float) number);
        }
    }
}
