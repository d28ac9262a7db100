package io.kafkamastery.week01.serialization.mistakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "getShort() reads any 16-bit number", caughtBy = "1.5.a")
final class ReadsSignedLengths extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        String text(ByteBuffer in) {
            byte[] text = new byte[in.getShort()];
            in.get(text);
            return new String(text, UTF_8);
        }
    }
}
