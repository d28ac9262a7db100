package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(
        belief = "A version that is neither 0 nor above 2 is a known one, as a byte goes from 0 to 255",
        caughtBy = "1.5.d")
final class ComparesSignedVersions extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        int version(String topic, ByteBuffer in) {
            byte version = in.get();
            if (version == 0 || version > 2) {
                throw damaged(topic, version, null);
            }
            return version;
        }
    }
}
