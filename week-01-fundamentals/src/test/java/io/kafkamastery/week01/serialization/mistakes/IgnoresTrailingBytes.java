package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "Once all fields are read, the reading is complete", caughtBy = "1.5.d")
final class IgnoresTrailingBytes extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        void end(String topic, int version, ByteBuffer in) {
            // Whatever comes after the fields is none of our business.
        }
    }
}
