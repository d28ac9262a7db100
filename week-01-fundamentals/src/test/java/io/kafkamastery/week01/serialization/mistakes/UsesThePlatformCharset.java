package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "getBytes() writes UTF-8, as one can see on my machine", caughtBy = "1.5.a")
final class UsesThePlatformCharset extends Misguided {

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
            bytes(out, text.getBytes());
        }
    }

    public static final class Reader extends StepByStepReader {
        @Override
        String text(ByteBuffer in) {
            return new String(bytes(in));
        }
    }
}
