package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "When all machines write version 2, version 1 is history", caughtBy = "1.5.e")
final class ReadsOnlyTheLatestVersion extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        int version(String topic, ByteBuffer in) {
            int version = in.get();
            if (version != 2) {
                throw damaged(topic, version, null);
            }
            return version;
        }
    }
}
