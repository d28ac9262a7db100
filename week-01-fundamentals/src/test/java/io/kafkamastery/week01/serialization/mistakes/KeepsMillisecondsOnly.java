package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "A moment is a number of milliseconds", caughtBy = "1.5.a")
final class KeepsMillisecondsOnly extends Misguided {

    @Override
    Serializer<MachineReading> writer() {
        return new Writer();
    }

    public static final class Writer extends StepByStepWriter {
        @Override
        void moment(ByteBuffer out, Instant moment) {
            super.moment(out, moment.truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
