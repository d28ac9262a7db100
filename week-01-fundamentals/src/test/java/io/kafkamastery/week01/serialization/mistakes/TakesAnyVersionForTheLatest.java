package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "What is not the old version is the new one", caughtBy = "1.5.d")
final class TakesAnyVersionForTheLatest extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        int version(String topic, ByteBuffer in) {
            return in.get();
        }
    }
}
