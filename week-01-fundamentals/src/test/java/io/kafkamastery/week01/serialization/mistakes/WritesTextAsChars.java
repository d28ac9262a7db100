package io.kafkamastery.week01.serialization.mistakes;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(
        belief = "A text is its Java chars, two bytes each",
        caughtBy = {"1.5.a", "1.5.b"})
final class WritesTextAsChars extends Misguided {

    @Override
    Serializer<MachineReading> writer() {
        return new Writer();
    }

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Writer extends StepByStepWriter {
        @Override
        void text(ByteBuffer out, String text) {
            bytes(out, text.getBytes(UTF_16BE));
        }
    }

    public static final class Reader extends StepByStepReader {
        @Override
        String text(ByteBuffer in) {
            return new String(bytes(in), UTF_16BE);
        }
    }
}
