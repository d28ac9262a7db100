package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "One buffer, used again and again, saves the collector work", caughtBy = "1.5.g")
final class ReusesOneBuffer extends Misguided {

    @Override
    Serializer<MachineReading> writer() {
        return new Writer();
    }

    public static final class Writer extends StepByStepWriter {
        private final ByteBuffer buffer = ByteBuffer.allocate(300_000);

        @Override
        ByteBuffer buffer() {
            return buffer.clear();
        }
    }
}
