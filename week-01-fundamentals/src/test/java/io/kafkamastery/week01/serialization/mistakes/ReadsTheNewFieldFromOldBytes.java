package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "Accepting the old version byte is all that the old version needs", caughtBy = "1.5.e")
final class ReadsTheNewFieldFromOldBytes extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        int version(String topic, ByteBuffer in) {
            super.version(topic, in);
            return 2;
        }
    }
}
