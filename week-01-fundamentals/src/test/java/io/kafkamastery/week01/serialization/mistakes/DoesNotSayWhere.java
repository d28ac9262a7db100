package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

@Mistake(belief = "The stack trace will tell what was being read", caughtBy = "1.5.d")
final class DoesNotSayWhere extends Misguided {

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Reader extends StepByStepReader {
        @Override
        RuntimeException damaged(String topic, int version, Exception cause) {
            return new SerializationException("Malformed data", cause);
        }
    }
}
