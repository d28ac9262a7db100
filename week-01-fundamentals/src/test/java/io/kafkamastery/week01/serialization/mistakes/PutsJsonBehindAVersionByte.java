package io.kafkamastery.week01.serialization.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.serialization.MachineReading;
import io.kafkamastery.week01.serialization.solution.JsonDeserializer;
import io.kafkamastery.week01.serialization.solution.JsonSerializer;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

@Mistake(belief = "Bytes with a version in front are a binary format", caughtBy = "1.5.b")
final class PutsJsonBehindAVersionByte extends Misguided {

    @Override
    Serializer<MachineReading> writer() {
        return new Writer();
    }

    @Override
    Deserializer<MachineReading> reader() {
        return new Reader();
    }

    public static final class Writer implements Serializer<MachineReading> {
        private final Serializer<MachineReading> json = new JsonSerializer<>();

        @Override
        public byte[] serialize(String topic, MachineReading reading) {
            byte[] text = json.serialize(topic, reading);
            if (text == null) {
                return null;
            }
            byte[] bytes = new byte[1 + text.length];
            bytes[0] = 2;
            System.arraycopy(text, 0, bytes, 1, text.length);
            return bytes;
        }
    }

    public static final class Reader implements Deserializer<MachineReading> {
        private final Deserializer<MachineReading> json = new JsonDeserializer<>(MachineReading.class);

        @Override
        public MachineReading deserialize(String topic, byte[] data) {
            return data == null ? null : json.deserialize(topic, Arrays.copyOfRange(data, 1, data.length));
        }
    }
}
