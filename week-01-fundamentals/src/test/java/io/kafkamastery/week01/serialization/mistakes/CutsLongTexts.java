package io.kafkamastery.week01.serialization.mistakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "Better half a text than an exception in production", caughtBy = "1.5.a")
final class CutsLongTexts extends Misguided {

    @Override
    Serializer<MachineReading> writer() {
        return new Writer();
    }

    public static final class Writer extends StepByStepWriter {
        @Override
        void text(ByteBuffer out, String text) {
            byte[] utf8 = text.getBytes(UTF_8);
            bytes(out, Arrays.copyOf(utf8, Math.min(utf8.length, 0xFFFF)));
        }
    }
}
